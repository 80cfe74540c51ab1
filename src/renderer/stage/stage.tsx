/** The stage: the party's world on one canvas, with the buttons that thumbs need. */

import { useEffect, useRef, useState } from 'react'
import type { Party } from '../../client/party.ts'
import type { Mood } from '../../games/view.ts'
import { ActionButtons } from './action-buttons.tsx'
import { type ActShown, Show } from './show.ts'
import { setVolume } from './sounds.ts'
import './stage.css'

export interface StageProps {
  readonly party: Party
  readonly mood: Mood
  readonly reducedMotion: boolean
  /** 0 to 1. */
  readonly volume: number
}

export function Stage({ party, mood, reducedMotion, volume }: StageProps) {
  const place = useRef<HTMLDivElement>(null)
  const element = useRef<HTMLCanvasElement>(null)
  const taste = useRef({ mood, reducedMotion })
  const [show, setShow] = useState<Show | null>(null)
  const [act, setAct] = useState<ActShown | null>(null)
  taste.current = { mood, reducedMotion }

  useEffect(() => {
    const canvas = element.current?.getContext('2d', { alpha: false })
    if (!place.current || !element.current || !canvas) return
    const begun = new Show(party, element.current, place.current, canvas, taste.current, setAct)
    setShow(begun)
    return () => {
      begun.stop()
      setShow(null)
    }
  }, [party])

  useEffect(() => show?.like({ mood, reducedMotion }), [show, mood, reducedMotion])
  useEffect(() => setVolume(volume), [volume])

  return (
    <div ref={place} className="stage" data-mood={mood}>
      <canvas
        ref={element}
        className="stage-canvas"
        role="img"
        aria-label={`${act?.title ?? 'Meadow'}, with everyone in it`}
      />
      {show && act?.isPlaying && <ActionButtons controls={act.view.controls} devices={show.devices} />}
    </div>
  )
}
