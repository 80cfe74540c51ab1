/** The four emotes as small drawings, since not every system has pictures among its letters. */

import { Hand, Heart, Laugh } from 'lucide-react'
import type { Emote } from '../../protocol/appearance.ts'

export function EmoteIcon({ emote }: { emote: Emote }) {
  switch (emote) {
    case 'wave':
      return <Hand />
    case 'laugh':
      return <Laugh />
    case 'heart':
      return <Heart />
    case 'wow':
      return (
        <svg
          viewBox="0 0 24 24"
          fill="none"
          stroke="currentColor"
          strokeWidth="2"
          strokeLinecap="round"
          aria-hidden="true"
        >
          <circle cx="12" cy="12" r="10" />
          <path d="M8.5 8.5v.5M15.5 8.5v.5" strokeWidth="2.6" />
          <ellipse cx="12" cy="15.6" rx="2.3" ry="2.8" />
        </svg>
      )
  }
}
