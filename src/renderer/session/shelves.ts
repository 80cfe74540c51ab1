/** Where this page keeps things: for good, and for as long as this tab lives. */

import { shelf } from '../../platform/device.ts'

export const deviceShelf = shelf(() => localStorage)
export const pageShelf = shelf(() => sessionStorage)
