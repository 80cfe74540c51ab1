/**
 * The validation library, as everything on the wire uses it. To be quick it makes code from text, which a page's policy
 * forbids: there it must not even try. Hosts may, and do.
 */

import { z } from 'zod'

if ('document' in globalThis) z.config({ jitless: true })

export { z }
