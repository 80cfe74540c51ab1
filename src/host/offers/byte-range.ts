/** Which bytes of a file a request wants (RFC 9110, section 14): one range at most. */

export interface ByteRange {
  readonly first: number
  /** The last one that belongs to it. */
  readonly last: number
}

/**
 * Null for the whole file: where no range is asked for, or one in a form that may be passed over, such as several at
 * once. `unsatisfiable` where the file has none of these bytes.
 */
export function readRange(header: string | undefined, size: number): ByteRange | null | 'unsatisfiable' {
  const match = /^bytes=[ \t]*(\d{0,15})-(\d{0,15})[ \t]*$/i.exec(header ?? '')
  const [from, to] = [match?.[1] ?? '', match?.[2] ?? '']
  if (from === '' && to === '') return null
  if (from === '') {
    const count = Math.min(Number(to), size)
    return count === 0 ? 'unsatisfiable' : { first: size - count, last: size - 1 }
  }
  const first = Number(from)
  if (to !== '' && Number(to) < first) return null
  if (first >= size) return 'unsatisfiable'
  return { first, last: to === '' ? size - 1 : Math.min(Number(to), size - 1) }
}
