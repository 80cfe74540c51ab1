/** On a touch screen, what keys do elsewhere: one round button for each action, under the right thumb. */

import { type PointerEvent, useEffect, useState } from 'react'
import type { Control } from '../../games/view.ts'
import type { DeviceSet } from './devices.ts'

export function ActionButtons({ controls, devices }: { controls: readonly Control[]; devices: DeviceSet }) {
  const touching = useTouching()
  if (!touching) return null
  return (
    <div className="stage-actions">
      {controls.map(({ action, label }) =>
        action === undefined ? null : (
          <ActionButton key={action} action={action} label={label} devices={devices} />
        ),
      )}
    </div>
  )
}

function ActionButton({ action, label, devices }: { action: string; label: string; devices: DeviceSet }) {
  const [down, setDown] = useState(false)
  const press = (event: PointerEvent<HTMLButtonElement>) => {
    // The stage underneath must not take the same finger for a tap.
    event.stopPropagation()
    event.preventDefault()
    event.currentTarget.setPointerCapture(event.pointerId)
    devices.press(action)
    setDown(true)
    navigator.vibrate?.(8)
  }
  const release = () => {
    devices.release(action)
    setDown(false)
  }
  return (
    <button
      type="button"
      className="stage-action"
      data-down={down || undefined}
      onPointerDown={press}
      onPointerUp={release}
      onPointerCancel={release}
      onLostPointerCapture={release}
      onContextMenu={(event) => event.preventDefault()}
      onClick={(event) => {
        // A screen reader's or keyboard's press comes without a finger.
        if (event.detail !== 0) return
        devices.press(action)
        setTimeout(() => devices.release(action), 80)
      }}
    >
      {label}
    </button>
  )
}

/** True where fingers are the first means, and from the first touch on where they are one of several. */
function useTouching(): boolean {
  const [touching, setTouching] = useState(() => matchMedia('(pointer: coarse)').matches)
  useEffect(() => {
    if (touching) return
    const found = (event: globalThis.PointerEvent) => {
      if (event.pointerType === 'touch') setTouching(true)
    }
    window.addEventListener('pointerdown', found, { passive: true })
    return () => window.removeEventListener('pointerdown', found)
  }, [touching])
  return touching
}
