/** Who stands where on a podium. */

/** The best in the middle, the others beside it in turn, left first. */
export function inPodiumOrder<Row>(steps: readonly Row[]): Row[] {
  const left: Row[] = []
  const right: Row[] = []
  steps.forEach((step, i) => {
    if (i % 2 === 1) left.unshift(step)
    else right.push(step)
  })
  return [...left, ...right]
}
