/** How well bots play. */

export const strengths = ['gentle', 'fair', 'sharp'] as const
export type Strength = (typeof strengths)[number]
