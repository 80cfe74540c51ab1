/** One line of the security rules, and what must be noticed when it is taken out. */

/** Which test must fail: one of vitest's projects, or the type check of a world. */
export type Witness =
  | { by: 'unit' | 'e2e' | 'desktop' | 'package'; file: string; test: string }
  | { by: 'types'; world: 'node' | 'web' | 'pure' }

/** A small change of one file: `from`, which stands there once, becomes `to`. */
export interface Edit {
  readonly file: string
  readonly from: string
  readonly to: string
}

/** A line taken out, wholly or in part. */
export interface Removal {
  readonly edits: readonly Edit[]
  readonly witness: Witness
}

export interface Guard {
  /** As docs/SECURITY.md names it. */
  readonly line: string
  readonly removals: readonly Removal[]
}

export const without = (file: string, from: string, to = ''): Edit => ({ file, from, to })

/** One removal of one edit, noticed by one test. */
export function removal(edits: Edit | readonly Edit[], witness: Witness): Removal {
  return { edits: Array.isArray(edits) ? edits : [edits as Edit], witness }
}

const seenBy =
  (by: 'unit' | 'e2e' | 'desktop' | 'package') =>
  (file: string, test: string): Witness => ({ by, file, test })
export const unit = seenBy('unit')
export const e2e = seenBy('e2e')
export const desktop = seenBy('desktop')
export const inPackage = seenBy('package')
export const types = (world: 'node' | 'web' | 'pure'): Witness => ({ by: 'types', world })
