/** The way from home to what this copy of Romp is: a small round button, or the news where there is a newer one. */

import { Gift, Info } from 'lucide-react'
import { useStore } from 'zustand'
import { IconButton } from '../../pieces/button.tsx'
import { usePlatform } from '../../pieces/platform-context.ts'
import { updates } from '../../session/updates.ts'
import { newsWords } from './stage-words.ts'
import './about-door.css'

export function AboutDoor() {
  const { updates: own } = usePlatform()
  const news = useStore(updates, ({ state }) => (state ? newsWords(state.stage) : null))
  if (!own) return null
  const open = () => updates.setState({ open: true })
  return news === null ? (
    <IconButton label="About this Romp" icon={<Info />} className="about-door" onClick={open} />
  ) : (
    <button type="button" className="about-news" onClick={open}>
      <Gift aria-hidden="true" />
      {news}
    </button>
  )
}
