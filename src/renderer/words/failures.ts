/** Why the machine did not do what a screen asked, with the next step. */

import type { Failure } from '../../platform/platform.ts'

export function failureText(failure: Failure): string {
  switch (failure.code) {
    case 'ports-in-use':
      return 'Other programs use every door that a party could have. Close another Romp, then try again.'
    case 'already-hosting':
      return 'Your party is open already. Go in, or stop it first.'
    case 'not-hosting':
      return 'That party is closed already.'
    case 'bad-value':
      return failure.message || 'One of the values does not fit. Check them and try again.'
    case 'unreachable':
      return 'Nobody answers there. Is their party still on, and are you on the same Wi-Fi? Check the address and try again.'
    case 'not-romp':
      return 'Something answers there, but it is not a Romp party. Check the number after the colon.'
    case 'not-now':
      return failure.message || 'Not just now. Try again in a while.'
    case 'internal':
      return 'That went wrong inside Romp. Try again, or start Romp anew.'
  }
}
