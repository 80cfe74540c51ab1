/** Says, before the package tests, what they cannot try here: a test that is skipped has no voice of its own. */

import { notTried } from './tools.ts'

export default function sayWhatIsNotTried(): void {
  for (const line of notTried()) console.log(line)
}
