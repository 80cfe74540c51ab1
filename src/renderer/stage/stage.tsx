/** The stage: the party's world on one canvas, with what stands beside it and the buttons that thumbs need. */

import { useEffect, useRef, useState } from 'react'
import { useStore } from 'zustand'
import type { Party } from '../../client/party.ts'
import type { Mood } from '../../games/view.ts'
import { ActionButtons } from './action-buttons.tsx'
import { CaptionLine } from './caption-line.tsx'
import { Show } from './show.ts'
import { newSignBoard } from './signs.ts'
import { setVolume } from './sounds.ts'
import { WatchBar } from './watch-bar.tsx'
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

const noSigns = newSignBoard()

export function Stage({ party, mood, reducedMotion, volume, graph, where }: StageProps) {
  const place = useRef<HTMLDivElement>(null)
  const element = useRef<HTMLCanvasElement>(null)
  const fieldRoom = useRef<HTMLDivElement>(null)
  const graphRoom = useRef<HTMLDivElement>(null)
  const taste = useRef({ mood, reducedMotion, graph })
  const [show, setShow] = useState<Show | null>(null)
  const signs = show?.signs ?? noSigns
  const title = useStore(signs, (board) => board.title)
  taste.current = { mood, reducedMotion, graph }

  useEffect(() => {
    const canvas = element.current?.getContext('2d', { alpha: false })
    if (!place.current || !element.current || !fieldRoom.current || !graphRoom.current || !canvas) return
    const boards = {
      ...{ party, where, canvas, place: place.current, element: element.current },
      ...{ fieldRoom: fieldRoom.current, graphRoom: graphRoom.current },
    }
    const begun = new Show(boards, taste.current)
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
        aria-label={`${title ?? 'Meadow'}, with everyone in it`}
      />
      <div ref={fieldRoom} className="stage-field" />
      <div ref={graphRoom} className="stage-graph" />
      {show && <CaptionLine signs={signs} />}
      {show && <Buttons show={show} />}
    </div>
  )
}

function Buttons({ show }: { show: Show }) {
  const isPlaying = useStore(show.signs, (board) => board.isPlaying)
  const view = useStore(show.signs, (board) => board.view)
  return (
    <>
      {isPlaying && view && <ActionButtons controls={view.controls} devices={show.devices} />}
      <WatchBar signs={show.signs} audience={show.audience} />
    </>
  )
}
