/** What is put into Node's executable: the script, the page's files, and the flags that it runs with. */

import { readdir, stat, writeFile } from 'node:fs/promises'
import { basename, dirname, join, relative, sep } from 'node:path'
import { must, PackagingError } from './tool.ts'

/**
 * As `npm run serve` has them. Like the app, the file is no Node for whoever finds it: it takes no NODE_OPTIONS, and
 * opens no debugger when it is signalled.
 */
const nodeFlags = ['--max-semi-space-size=4', '--disable-sigusr1']

export interface Blob {
  path: string
  files: number
  /** Of the page, as it is. */
  bytes: number
}

/** Writes the blob into the folder of the script. `page` is the folder of the built page. */
export async function writeBlob(script: string, page: string): Promise<Blob> {
  const assets = await filesOf(page)
  if (!assets['/index.html']) throw new PackagingError(`There is no page in ${page}.`)
  const folder = dirname(script)
  const output = 'serve.blob'
  const config = 'sea.json'
  const content = {
    // Its path goes into the blob, where nobody is to read how this machine's folders are called.
    main: basename(script),
    output,
    assets,
    execArgv: nodeFlags,
    execArgvExtension: 'none',
    disableExperimentalSEAWarning: true,
    // It saves 10 ms of 60, and costs a warning at each start where V8 turns it down, as on some Macs.
    useCodeCache: false,
  }
  await writeFile(join(folder, config), JSON.stringify(content))
  await must('Packing the page', process.execPath, ['--experimental-sea-config', config], folder)
  const sizes = await Promise.all(Object.values(assets).map(async (path) => (await stat(path)).size))
  return {
    path: join(folder, output),
    files: sizes.length,
    bytes: sizes.reduce((sum, size) => sum + size, 0),
  }
}

/** Each file of a folder, by its path in the URL. */
async function filesOf(folder: string): Promise<Record<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const paths = entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .sort()
  return Object.fromEntries(paths.map((path) => [`/${relative(folder, path).split(sep).join('/')}`, path]))
}
