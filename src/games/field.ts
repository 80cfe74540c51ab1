/** The field that every game is played on, and the seats around it. */

/** In world units: what a screen shows of every game, so that everyone sees the same. */
export const width = 1600
export const height = 900

/** A room numbers its seats below this; a match of three may well have the seats 2, 5 and 11. */
export const mostSeats = 512
