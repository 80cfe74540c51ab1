/** What is secret is in nothing that is written down, however it got into a text. */

import { inspect } from 'node:util'
import { assert, property, string } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { keepSecret, withoutSecrets } from '../../src/main/secrets.ts'

describe('a secret that was told', () => {
  it.each([
    ['Sesame 1'],
    ['with "quotes" and \\ strokes'],
    ["it's öpen\nin two lines"],
    ['50% off & more?=#'],
    ['$& $1 (a+)+ [x]'],
    ['🦊🦊🦊'],
  ])('%j is in no form of it in the log', (secret) => {
    keepSecret(secret)
    const error = new Error(`could not open ${secret}`)
    for (const text of [
      `plain ${secret} text`,
      `in a${secret}word`,
      JSON.stringify({ given: [secret] }),
      inspect({ deep: { given: secret } }),
      inspect(error),
      `http://host/?q=${encodeURIComponent(secret)}`,
      `decomposed ${secret.normalize('NFD')}`,
    ]) {
      const clean = withoutSecrets(text)
      expect(clean).not.toContain(secret)
      expect(clean).not.toContain(JSON.stringify(secret).slice(1, -1))
      expect(clean).not.toContain(encodeURIComponent(secret))
      expect(clean).toContain('‹hidden›')
    }
  })

  it('may be anything, and is gone from JSON all the same', () => {
    assert(
      property(string({ unit: 'binary', minLength: 5, maxLength: 40 }), (secret) => {
        if (secret.trim() === '') return true
        keepSecret(secret)
        const clean = withoutSecrets(`before ${JSON.stringify({ x: secret })} ${secret} after`)
        return !clean.includes(secret)
      }),
      { numRuns: 300 },
    )
  })

  it('that is short leaves no gaps in words that would spell it', () => {
    keepSecret('x')
    expect(withoutSecrets('the box, x, "x" and 6x7')).toBe('the box, ‹hidden›, "‹hidden›" and 6x7')
  })

  it('that is empty hides nothing', () => {
    keepSecret('')
    keepSecret('  ')
    expect(withoutSecrets('an  open party')).toBe('an  open party')
  })
})

describe('what has the shape of a secret', () => {
  const token = 'Zk3-hd_82KdmQ0pl_V7xYw'
  it.each([
    [`{"type":"join","content":{"token":"${token}"}}`],
    [`{ operatorToken: '${token}', port: 8765 }`],
    [`password=${token}&next=1`],
    [`Authorization: Bearer ${token}`],
    [`https://nina:${token}@releases.example/`],
    [`"proof": "${token}"`],
    [`{"resume":"${token}"}`],
    [`challenge: '${token}'`],
    [`token%3D${token}`],
    [`made ${token} for it`],
    [`key ${'0123456789abcdef'.repeat(2)} of a seat`],
  ])('is hidden unasked: %s', (text) => {
    const clean = withoutSecrets(text)
    expect(clean).not.toContain(token)
    expect(clean).not.toContain('0123456789abcdef0123456789abcdef')
  })

  it('is not every word: what explains a problem stays', () => {
    const said = [
      'Port 8765 is in use by another program.',
      'http://192.168.1.20:8765/r/den?debug',
      'Wrong password from 192.168.1.21, the third time',
      'at createServerConnection in home-screen-BqZ1kxYw.js, host-process.js',
      'at Hosting.start (file:///opt/Romp/out/main/index.js:12:34)',
    ]
    for (const line of said) expect(withoutSecrets(line)).toBe(line)
  })
})
