/** A link as a picture for a phone's camera. Dark on light in both moods: some cameras see nothing else. */

import { useMemo } from 'react'
import { encode } from 'uqr'

export function QrCode({ text, label }: { text: string; label: string }) {
  const { path, size } = useMemo(() => outline(text), [text])
  return (
    <svg
      className="qr-code"
      viewBox={`0 0 ${size} ${size}`}
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
    >
      <rect width={size} height={size} fill="#fffaf0" />
      <path d={path} fill="#2b1a2a" />
    </svg>
  )
}

function outline(text: string): { path: string; size: number } {
  // The border is the quiet zone that the standard asks for.
  const { data, size } = encode(text, { ecc: 'M', border: 4 })
  let path = ''
  data.forEach((row, y) => {
    row.forEach((dark, x) => {
      if (dark) path += `M${x} ${y}h1v1h-1z`
    })
  })
  return { path, size }
}
