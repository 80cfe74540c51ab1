/**
 * For a page, before anything else of it: its policy forbids code made from text, which the validation library would try
 * at the first message, to be quick. Hosts may, and do.
 */

import { config } from 'zod'

config({ jitless: true })
