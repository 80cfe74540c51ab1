/** Somebody's portrait with a paper crown, set where their shape ends. */

import type { Appearance } from '../../protocol/appearance.ts'
import { boundsOf } from '../stage/silhouette.ts'
import { Likeness } from './likeness.tsx'
import './crowned.css'

/** Where a portrait draws a body: the radius, and the height of the shape's own middle, as shares of its size. */
const radius = 1 / 3.1
const middle = 0.6 - 0.24 * radius

export function Crowned({ of, size }: { of: Appearance; size: number }) {
  const top = middle + boundsOf(of.shape).top * radius
  return (
    <span className="crowned">
      <Likeness of={of} size={size} />
      <svg
        className="crown-paper"
        viewBox="0 0 40 26"
        aria-hidden="true"
        style={{ width: `${size * 0.36}rem`, bottom: `${(1 - top) * size - size * 0.05}rem` }}
      >
        <path d="M4 24L1 7L12 14L20 1L28 14L39 7L36 24Q20 28 4 24Z" />
        <circle cx="12" cy="20" r="2.2" />
        <circle cx="20" cy="20.6" r="2.4" />
        <circle cx="28" cy="20" r="2.2" />
      </svg>
    </span>
  )
}
