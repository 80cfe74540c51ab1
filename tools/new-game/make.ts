/** Makes a game of its own out of the template: its folder, its test, and its line in both registries. */

import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const template = fileURLToPath(new URL('template/', import.meta.url))
const longestId = 31

/** How a game is called: "pig-race" is the id, "Pig race" the title, `pigRace` and `PigRace` the names in its code. */
export interface Names {
  readonly id: string
  readonly title: string
  readonly camel: string
  readonly pascal: string
}

/** From whatever somebody typed: "Pig Race", "pigRace" and "pig-race" are the same. Null where nothing is left of it. */
export function namesFrom(typed: string): Names | null {
  const words = typed
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '')
  const id = words.join('-')
  if (!/^[a-z]/.test(id) || id.length > longestId) return null
  const pascal = words.map(capital).join('')
  return {
    id,
    title: capital(words.join(' ')),
    camel: pascal.charAt(0).toLowerCase() + pascal.slice(1),
    pascal,
  }
}

/** Throws, with what to do about it, where there is such a game already. Returns the files it wrote, by their paths. */
export function makeGame(names: Names, root: string): string[] {
  const folder = join('src/games', names.id)
  if (existsSync(join(root, folder)))
    throw new Error(`There is a game in ${folder} already. Choose another name.`)
  const written: string[] = []
  const write = (path: string, text: string) => {
    writeFileSync(join(root, path), text)
    written.push(path)
  }
  mkdirSync(join(root, folder))
  for (const file of readdirSync(template)) {
    const text = named(readFileSync(join(template, file), 'utf8'), names)
    if (file === 'rules.test.ts') write(`test/simulation/${names.id}.test.ts`, testText(text, names))
    else
      write(
        join(folder, file),
        text.replaceAll('../../../src/games/', '../').replaceAll('../../../src/', '../../'),
      )
  }
  const { id, camel, pascal } = names
  change(join(root, 'src/games/index.ts'), (text) =>
    withImport(text, `import { ${camel} } from './${id}/game.ts'`).replace(
      /(const games: readonly AnyGame\[\] = \[[^\]]*?),?(\s*\])/,
      `$1, ${camel}$2`,
    ),
  )
  change(join(root, 'src/games/views.ts'), (text) =>
    withImport(text, `import { make${pascal}View } from './${id}/view.ts'`).replace(
      /(\['[a-z0-9-]+', make\w+View\])(?![\s\S]*\['[a-z0-9-]+', make)/,
      `$1, ['${id}', make${pascal}View]`,
    ),
  )
  for (const registry of ['index', 'views']) {
    const text = readFileSync(join(root, `src/games/${registry}.ts`), 'utf8')
    if (text.split(pascal.slice(1)).length < 3)
      throw new Error(`src/games/${registry}.ts does not look as it did: register the game there by hand.`)
  }
  written.push('src/games/index.ts', 'src/games/views.ts')
  return written
}

function named(text: string, { id, title, camel, pascal }: Names): string {
  return text
    .replaceAll("id: 'template'", `id: '${id}'`)
    .replaceAll("title: 'Template'", `title: '${title}'`)
    .replaceAll("describe('Template'", `describe('${title}'`)
    .replace(/(\/\*\*[\s\S]*?\*\/)/, (comment) => comment.replaceAll('Template', title))
    .replaceAll('Template', pascal)
    .replaceAll('template', camel)
}

function testText(text: string, { id }: Names): string {
  return text.replaceAll(/'\.\/(\w+)\.ts'/g, `'../../src/games/${id}/$1.ts'`)
}

/** After the last import of a game's own folder. */
function withImport(text: string, line: string): string {
  const imports = [...text.matchAll(/^import .* from '\.\/[^']+\/\w+\.ts'$/gm)]
  const last = imports.at(-1)
  const end = last ? last.index + last[0].length : 0
  return `${text.slice(0, end)}\n${line}${text.slice(end)}`
}

function change(path: string, to: (text: string) => string): void {
  writeFileSync(path, to(readFileSync(path, 'utf8')))
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1)
}
