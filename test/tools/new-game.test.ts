/** `npm run new:game`: what it makes is a game like any other, whatever somebody calls it. */

import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { AnyGame } from '../../src/games/game.ts'
import { standardOptions } from '../../src/games/options.ts'
import { makeGame, namesFrom } from '../../tools/new-game/make.ts'
import { BotMatch } from '../support/bot-match.ts'

const project = fileURLToPath(new URL('../..', import.meta.url))
let root = ''

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'romp-new-game-'))
  cpSync(join(project, 'src'), join(root, 'src'), { recursive: true })
  cpSync(join(project, 'package.json'), join(root, 'package.json'))
  symlinkSync(join(project, 'node_modules'), join(root, 'node_modules'), 'junction')
  mkdirSync(join(root, 'test/simulation'), { recursive: true })
})
afterAll(() => rmSync(root, { recursive: true, force: true }))

describe('the name of a new game', () => {
  it.each(['pig-race', 'Pig Race', 'pigRace', ' pig_race! '])('is understood: %s', (typed) => {
    expect(namesFrom(typed)).toEqual({
      id: 'pig-race',
      title: 'Pig race',
      camel: 'pigRace',
      pascal: 'PigRace',
    })
  })

  it.each(['', '7-up', '--', 'ßß', 'a'.repeat(40), '../etc'.repeat(9)])('is refused: %s', (typed) => {
    expect(namesFrom(typed)).toBeNull()
  })
})

describe('a new game', () => {
  it('is registered with its view beside all others, and comes to a result among bots', async () => {
    const names = namesFrom('Pig Race')
    if (!names) throw new Error('It has a name.')
    const written = makeGame(names, root)
    expect(written).toContain('src/games/pig-race/rules.ts')
    expect(readFileSync(join(root, 'src/games/pig-race/game.ts'), 'utf8')).not.toMatch(/template/i)

    const load = (path: string) => import(/* @vite-ignore */ pathToFileURL(join(root, path)).href)
    const { games } = (await load('src/games/index.ts')) as { games: readonly AnyGame[] }
    const { viewOf } = await load('src/games/views.ts')
    expect(viewOf('pig-race')).not.toBeNull()
    for (const { id } of games) expect(viewOf(id), id).not.toBeNull()
    const game = games.find(({ id }) => id === 'pig-race')
    if (!game) throw new Error('It is registered.')
    expect(standardOptions(game)).toEqual({ goal: 5 })
    const match = new BotMatch(game, [2, 5, 11], 1)
    while (!game.result(match.state) && match.tick < 60 * game.lasts * 2) match.step()
    expect(
      game
        .result(match.state)
        ?.ranks.flat()
        .sort((a, b) => a - b),
    ).toEqual([2, 5, 11])
  })

  it('is refused where there is one of that name', () => {
    const names = namesFrom('meadow')
    if (!names) throw new Error('It has a name.')
    expect(() => makeGame(names, root)).toThrow('There is a game in src/games/meadow already.')
  })
})
