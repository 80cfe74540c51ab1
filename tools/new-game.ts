/** Begins a game: `npm run new:game NAME` makes a folder that can be played at once, and registers it. */

import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { makeGame, namesFrom } from './new-game/make.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const typed = process.argv.slice(2).join(' ')
const names = namesFrom(typed)
if (!names) {
  const wanted = 'a letter first, then letters, digits and dashes, at most 31'
  fail(
    typed === ''
      ? 'Say how the game is called: npm run new:game pig-race'
      : `"${typed}" is no name for a game: ${wanted}.`,
  )
}
try {
  const written = makeGame(names, root)
  // Names change the lengths of lines.
  spawnSync('npx', ['biome', 'check', '--write', ...written], {
    cwd: root,
    shell: process.platform === 'win32',
  })
  console.log(`${names.title} is there:`)
  for (const path of written) console.log(`  ${path}`)
  console.log(`
Play it:   npm run serve -- --game ${names.id} --bots 3 --open
Look:      npm run preview -- ${names.id} --at 5
Check it:  npx vitest run --project unit contract ${names.id} -t "${names.id}|${names.title}"
           npm run matches -- ${names.id} --count 200
Read on:   docs/NEW-GAME.md
`)
} catch (error) {
  fail(error instanceof Error ? error.message : String(error))
}

function fail(why: string): never {
  console.error(why)
  process.exit(2)
}
