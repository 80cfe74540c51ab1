/** What the app writes down and hands out holds what went wrong, and no secret of anybody. */

import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { dial } from '../../src/cli/dial.ts'
import { Party } from '../../src/client/party.ts'
import type { HostedParty } from '../../src/platform/platform.ts'
import { playUrl } from '../../src/protocol/link.ts'
import { tokenAt } from '../../src/protocol/token.ts'
import { type DesktopApp, startDesktop } from './desktop-app.ts'

/** For a machine that is busy. */
const patient = { timeout: 20_000 }

const password = 'Sésame "öpen" 7'
const guestToken = tokenAt('secret of a guest’s device', { host: '127.0.0.1', port: 8765 })

let app: DesktopApp
let party: HostedParty
const notes = mkdtempSync(join(tmpdir(), 'romp-notes-'))
/** Everything that nobody may read later. */
const secrets = new Set([password, guestToken])

const logged = () => {
  const folder = join(app.folder, 'logs')
  return readdirSync(folder)
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .join('\n')
}

/** What the app would have put on the clipboard, and the dialog that it would have shown. */
const noted = (name: string) => readFileSync(join(notes, name), 'utf8')

beforeAll(async () => {
  app = await startDesktop()
  await app.inMain(({ clipboard, dialog }, folder) => {
    const { appendFileSync } = process.getBuiltinModule('node:fs')
    clipboard.writeText = async (text: string) => appendFileSync(`${folder}/copied`, text)
    dialog.showErrorBox = (title: string, words: string) =>
      appendFileSync(`${folder}/said`, `${title}: ${words}`)
  }, notes)
})

afterAll(async () => {
  await app?.dispose()
  rmSync(notes, { recursive: true, force: true })
})

const inPage = <Answer>(script: string) => app.page.evaluate(script) as Promise<Answer>

async function joinAsGuest(): Promise<void> {
  const told: string[] = []
  const guest = new Party({
    ...{ url: playUrl(party.own), token: guestToken, as: 'player', resume: null },
    dial: (url, receiver) => {
      const line = dial(url, {
        ...receiver,
        text: (text) => {
          told.push(text)
          receiver.text(text)
        },
      })
      return {
        ...line,
        send: (frame) => {
          if (typeof frame === 'string') told.push(frame)
          line.send(frame)
        },
      }
    },
    appearance: { name: 'Nina', colour: 'teal', shape: 'star' },
    keepResume: (key) => {
      if (key) secrets.add(key)
    },
    random: Math.random,
    now: () => performance.now(),
  })
  const phase = async () => {
    guest.advance(performance.now())
    return guest.state.status.phase
  }
  await expect.poll(phase, patient).toBe('asking')
  guest.answerPassword('a guess')
  await expect.poll(phase, patient).toBe('asking')
  guest.answerPassword(password)
  await expect.poll(phase, patient).toBe('joined')
  for (const [, secret] of told.join('\n').matchAll(/"(?:challenge|proof)":"([^"]+)"/g))
    secrets.add(secret ?? '')
  guest.leave()
}

describe('a party with a password, and everything going wrong', () => {
  it('is hosted and joined', async () => {
    await app.page.getByText('More', { exact: true }).click()
    await app.page.getByLabel('Password', { exact: true }).fill(password)
    await app.page.getByRole('button', { name: 'Host a party' }).click()
    // Whoever set it is not asked for it.
    await app.page.getByRole('button', { name: /^Who is here\D+1\D/ }).waitFor()
    const hosted = await inPage<{ value: HostedParty }>('window.romp.hosted()')
    party = hosted.value
    secrets.add(party.operatorToken)
    const kept = await inPage<string[]>(
      `[localStorage, sessionStorage].flatMap((shelf) => Object.keys(shelf)
        .filter((key) => /secret|token|resume|password|seat/.test(key)).map((key) => shelf[key]))`,
    )
    for (const word of kept.join(' ').match(/[\w-]{16,}/g) ?? []) secrets.add(word)
    await joinAsGuest()
    expect(secrets.size).toBeGreaterThan(7)
  })

  it('errors of the page and of main are written down, whatever is in them', async () => {
    const all = JSON.stringify([...secrets])
    await inPage(`(() => {
      console.error('the page could not join with ' + ${JSON.stringify(password)})
      setTimeout(() => { throw new Error('thrown in the page ' + ${all}.join(' ')) })
    })()`)
    await app.inMain(
      (_electron, { all, party }) => {
        console.error('main could not open it:', new Error(`given ${all.join(' ')}`), party)
        console.warn(JSON.stringify(party))
        void Promise.reject(new Error(`rejected in main ${all.join(' ')}`))
      },
      { all: [...secrets], party },
    )
    await expect.poll(logged, patient).toContain('rejected in main')
    await expect.poll(logged, patient).toContain('thrown in the page')
    expect(logged()).toMatch(/ error In the page: the page could not join with ‹hidden›/)
    expect(logged()).toMatch(/ error main could not open it: Error: given/)
  })

  it('the diagnostics that a person copies say what is the matter', async () => {
    expect(await inPage('window.romp.copyDiagnostics()')).toEqual({ ok: true, value: null })
    const text = noted('copied')
    expect(text).toContain(`port ${party.port}, with a password`)
    expect(text).toContain('main could not open it')
    expect(text).toMatch(/romp_joins_total \d/)
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(20_000)
  })

  it('a crash of main is said with the place of the log, and is the last thing in it', async () => {
    await app.inMain(
      (_electron, all) => {
        setTimeout(() => {
          throw new Error(`nobody caught ${all.join(' ')}`)
        })
      },
      [...secrets],
    )
    await expect.poll(logged, patient).toContain('Romp ends with code 1.')
    expect(logged()).toMatch(/ fatal Romp crashed: Error: nobody caught/)
    expect(noted('said')).toContain(join(app.folder, 'logs'))
  })

  it('none of it holds a secret', () => {
    const everything = { log: logged(), diagnostics: noted('copied'), dialog: noted('said') }
    for (const [where, text] of Object.entries(everything))
      for (const secret of secrets)
        for (const form of [secret, JSON.stringify(secret).slice(1, -1), encodeURIComponent(secret)])
          expect(text.includes(form), `${form} in the ${where}`).toBe(false)
  })
})
