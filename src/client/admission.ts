/** The way into a party and back into it: the host's greeting, the password, the kept seat, the line that is dialled until it holds. */

import type { Appearance } from '../protocol/appearance.ts'
import type { HostMessage } from '../protocol/messages.ts'
import { writeMessage } from '../protocol/messages.ts'
import { isFinal, type Reason, reasonOf } from '../protocol/reasons.ts'
import { protocolVersion } from '../protocol/version.ts'
import { answerTo } from './joining.ts'
import type { Line } from './line.ts'
import type { PartyState, Status } from './party-state.ts'
import { retryWait } from './patience.ts'

export interface AdmissionSetup {
  /** `ws://…/play/ROOM` */
  url: string
  /** Random and kept by the device. */
  token: string
  as: 'player' | 'spectator'
  /** The seat to come back to, from an earlier run of this page. */
  resume: string | null
  /** Kept by the caller, so that a reload finds the seat again; null once the seat is given up. */
  keepResume(key: string | null): void
  /** Numbers in [0, 1), for jittered waits. */
  random(): number
}

export class Admission {
  readonly #setup: AdmissionSetup
  readonly #line: Line
  readonly #status: () => Status
  readonly #change: (change: Partial<PartyState>) => void
  #as: 'player' | 'spectator'
  #resume: string | null
  #password: string | null = null
  #host: { protocol: number; version: string } | null = null

  constructor(
    setup: AdmissionSetup,
    line: Line,
    party: { status(): Status; change(change: Partial<PartyState>): void },
  ) {
    this.#setup = setup
    this.#line = line
    this.#status = party.status
    this.#change = party.change
    this.#as = setup.as
    this.#resume = setup.resume
  }

  get as(): 'player' | 'spectator' {
    return this.#as
  }

  /** Dials what is due, pings, and notices a line that is dead. */
  advance(): void {
    const status = this.#status()
    switch (status.phase) {
      case 'connecting':
        if (!this.#line.isUp) this.#line.dial(this.#setup.url)
        else if (this.#line.isOverdue) this.lose()
        break
      case 'lost':
        if (this.#line.isOverdue) this.lose()
        else if (!this.#line.isUp && this.#line.now >= status.retryAt) this.#line.dial(this.#setup.url)
        break
      case 'joined':
        if (this.#line.isDead) this.lose()
        else this.#line.pingIfDue()
        break
      case 'asking':
      case 'refused':
      case 'over':
        break
    }
  }

  wake(): void {
    const status = this.#status()
    if (status.phase === 'joined') {
      this.#line.doubt()
    } else if (status.phase === 'lost' && !this.#line.isFresh) {
      // A try that began while there was no network will not notice that there is one.
      this.#line.cut()
      this.#change({ status: { ...status, retryAt: this.#line.now } })
    }
  }

  answerPassword(password: string): void {
    if (this.#status().phase !== 'asking') return
    this.#password = password
    this.#begin()
  }

  retry(as: 'player' | 'spectator'): void {
    // Who watched must not come back to the watcher's seat.
    if (as !== this.#as) this.#forgetSeat()
    this.#as = as
    this.#begin()
  }

  greeted(hello: Extract<HostMessage, { type: 'hello' }>['content'], appearance: Appearance): void {
    this.#host = { protocol: hello.protocol, version: hello.version }
    this.#change({ room: hello.room })
    if (hello.protocol !== protocolVersion) {
      this.refused('wrong-version', null)
      return
    }
    const { token } = this.#setup
    const [as, resume, password] = [this.#as, this.#resume, this.#password]
    const join = answerTo(hello, { appearance, token, as, resume, password })
    this.#line.send(writeMessage({ type: 'join', content: join }))
  }

  welcomed(resume: string): void {
    this.#resume = resume
    this.#setup.keepResume(resume)
  }

  refused(reason: Reason, retryMs: number | null): void {
    if (reason === 'locked' || reason === 'wrong-password') {
      this.#forgetSeat()
      this.#ask(reason === 'wrong-password')
      return
    }
    this.#line.drop('left')
    if (isFinal(reason)) this.#change({ status: { phase: 'refused', reason, host: this.#host, retryMs } })
    else this.lose(retryMs ?? undefined)
  }

  goodbye(reason: Reason): void {
    if (isFinal(reason)) this.end(reason)
    else this.lose()
  }

  closed(code: number): void {
    const reason = reasonOf(code)
    if (reason !== null && isFinal(reason)) this.end(reason)
    else this.lose()
  }

  end(reason: Reason): void {
    // Another tab took the seat over: its key is not ours to forget.
    if (reason !== 'replaced') this.#forgetSeat()
    this.#line.drop('left')
    this.#change({ status: { phase: 'over', reason } })
  }

  /** The line is gone: dial again after a wait that grows with every try. */
  lose(wait?: number): void {
    this.#line.cut()
    const status = this.#status()
    const attempt = status.phase === 'lost' ? status.attempt + 1 : 1
    const since = status.phase === 'lost' ? status.since : this.#line.now
    const retryAt = this.#line.now + (wait ?? retryWait(attempt, this.#setup.random()))
    this.#change({ status: { phase: 'lost', since, attempt, retryAt } })
  }

  #begin(): void {
    this.#line.drop('left')
    this.#change({ status: { phase: 'connecting' } })
  }

  #ask(wrong: boolean): void {
    this.#password = null
    this.#line.drop('left')
    this.#change({ status: { phase: 'asking', wrong } })
  }

  #forgetSeat(): void {
    this.#resume = null
    this.#setup.keepResume(null)
  }
}
