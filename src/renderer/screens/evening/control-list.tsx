/** How a game is played on the device in hand. */

import { Gamepad2, Hand, Keyboard } from 'lucide-react'
import type { Control } from '../../../games/view.ts'
import { type Device, useLastDevice } from './last-device.ts'
import './control-list.css'

const kinds = {
  keys: { icon: <Keyboard />, name: 'Keyboard and mouse' },
  touch: { icon: <Hand />, name: 'Touch' },
  pad: { icon: <Gamepad2 />, name: 'Gamepad' },
} as const satisfies Record<Device, unknown>

export function ControlList({ controls }: { controls: readonly Control[] }) {
  const device = useLastDevice()
  const { icon, name } = kinds[device]
  const known = controls.filter((control) => control[device] !== '' && control[device] !== '–')
  return (
    <dl className="control-list" aria-label={name}>
      <span className="control-device" aria-hidden="true">
        {icon}
      </span>
      {known.map((control) => (
        <div key={control.label} className="control">
          <dt>{control.label}</dt>
          <dd>{control[device]}</dd>
        </div>
      ))}
    </dl>
  )
}
