/** The name of the game, as if cut from coloured paper. */

import './wordmark.css'

export function Wordmark() {
  return (
    <h1 className="wordmark">
      <span className="unseen">Romp</span>
      <span aria-hidden="true">R</span>
      <span aria-hidden="true">o</span>
      <span aria-hidden="true">m</span>
      <span aria-hidden="true">p</span>
    </h1>
  )
}
