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
  /** Whether the connection graph is shown, and what it calls the place that the party is at. */
  readonly graph: boolean
  readonly where: string
}

export function Stage({ party, mood, reducedMotion, volume, graph, where }: StageProps) {
  const place = useRef<HTMLDivElement>(null)
  const element = useRef<HTMLCanvasElement>(null)
  const graphRoom = useRef<HTMLDivElement>(null)
  const taste = useRef({ mood, reducedMotion, graph })
  const [show, setShow] = useState<Show | null>(null)
  const [act, setAct] = useState<ActShown | null>(null)
  taste.current = { mood, reducedMotion, graph }

  useEffect(() => {
    const canvas = element.current?.getContext('2d', { alpha: false })
    if (!place.current || !element.current || !graphRoom.current || !canvas) return
    const boards = {
      ...{ party, where, canvas },
      ...{ place: place.current, element: element.current, graphRoom: graphRoom.current },
    }
    const begun = new Show(boards, taste.current, setAct)
    setShow(begun)
    return () => {
      begun.stop()
      setShow(null)
    }
  }, [party, where])

  useEffect(() => show?.like({ mood, reducedMotion, graph }), [show, mood, reducedMotion, graph])
  useEffect(() => setVolume(volume), [volume])

  return (
    <div ref={place} className="stage" data-mood={mood}>
      <canvas
        ref={element}
        className="stage-canvas"
        role="img"
        aria-label={`${act?.title ?? 'Meadow'}, with everyone in it`}
      />
      <div ref={graphRoom} className="stage-graph" />
      {show && act?.isPlaying && <ActionButtons controls={act.view.controls} devices={show.devices} />}
    </div>
  )
}
