/** How quick the line is: bars and a number. */

export function Signal({ ping }: { ping: number | null }) {
  const bars = ping === null ? 0 : ping < 40 ? 3 : ping < 110 ? 2 : 1
  return (
    <span className="signal">
      <svg viewBox="0 0 18 14" width="1.125rem" height="0.875rem" aria-hidden="true">
        {[0, 1, 2].map((bar) => (
          <rect
            key={bar}
            x={bar * 6.4}
            y={9 - bar * 4.2}
            width="4.6"
            height={5 + bar * 4.2}
            rx="1.8"
            fill="currentColor"
            opacity={bar < bars ? 1 : 0.28}
          />
        ))}
      </svg>
      <span className="unseen">Ping: </span>
      {ping === null ? '–' : `${Math.max(1, Math.round(ping))} ms`}
    </span>
  )
}
