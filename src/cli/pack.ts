/** `npm run pack`: the installers of one or more systems, signed as the environment says. It never publishes. */

import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { BuildError, buildIfStale } from './build-stale.ts'
import { repositoryOf } from './releases.ts'
import { environmentFor, type Signing, SigningError, type System, signingOf } from './signing.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))

const usage = `Usage: npm run pack -- [--linux] [--mac] [--win] [TARGET…] [--x64] [--arm64] [--universal] [--dir] [-c.NAME=VALUE…]

Packs the desktop app into release/, for this system where none is named; docs/RELEASING.md says what signs it.
  TARGET         AppImage, deb, tar.gz, nsis, portable, dmg or zip, instead of all that belong to the system;
                 --x64, --arm64 and --universal say for which processors
  --dir          the unpacked app only
  -c.NAME=VALUE  a setting of electron-builder.yml`

const own: Partial<Record<NodeJS.Platform, System>> = { darwin: 'mac', linux: 'linux', win32: 'win' }

async function pack(argv: readonly string[]): Promise<number> {
  if (argv.includes('--help')) {
    console.log(usage)
    return 0
  }
  const unknown = argv.find(
    (argument) =>
      !/^(--(linux|mac|win|x64|arm64|universal|dir)|AppImage|deb|tar\.gz|nsis|portable|dmg|zip|-c\.[\w.]+=.*)$/.test(
        argument,
      ),
  )
  if (unknown !== undefined) {
    console.error(`npm run pack does not know ${unknown}. Try npm run pack -- --help`)
    return 2
  }
  const named = (['linux', 'mac', 'win'] as const).filter((system) => argv.includes(`--${system}`))
  const systems = named.length > 0 ? named : [own[process.platform] ?? 'linux']
  const rest = argv.filter((argument) => !/^--(linux|mac|win)$/.test(argument))
  if (
    systems.includes('mac') &&
    process.platform !== 'darwin' &&
    !rest.some((word) => /^(zip|--dir)$/.test(word))
  ) {
    console.error(
      'macOS: a dmg and a universal app take a Mac; here it is --mac zip --arm64, or --x64, to look at.',
    )
    return 2
  }
  try {
    // Everything is known to be in order before the first system is packed.
    const signings = systems.map((system) => signingOf(system, process.env, process.platform === 'darwin'))
    for (const { line } of signings) console.log(line)
    const releases = releaseSettings()
    await buildIfStale()
    for (const [index, system] of systems.entries()) {
      const code = await build(system, rest, { ...releases, ...(signings[index] as Signing).settings })
      if (code !== 0) return code
    }
    return 0
  } catch (error) {
    if (!(error instanceof SigningError || error instanceof BuildError)) throw error
    console.error(error.message)
    return 1
  }
}

function releaseSettings(): Record<string, string> {
  const { repository } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    repository?: unknown
  }
  const releases = repositoryOf(repository, process.env)
  if (!releases) {
    console.log('Updates: this build never looks for any: package.json names no repository on GitHub.')
    return {}
  }
  console.log(`Updates: from the releases of github.com/${releases.owner}/${releases.name}.`)
  return {
    'publish.provider': 'github',
    'publish.owner': releases.owner,
    'publish.repo': releases.name,
  }
}

function build(system: System, given: readonly string[], settings: Record<string, string>): Promise<number> {
  const tool = join(root, 'node_modules', 'electron-builder', 'cli.js')
  const overrides = Object.entries(settings).map(([name, value]) => `-c.${name}=${value}`)
  return new Promise((resolve) => {
    const child = spawn(
      process.execPath,
      [tool, `--${system}`, ...given, ...overrides, '--publish', 'never'],
      { cwd: root, stdio: 'inherit', env: environmentFor(system, process.env), windowsHide: true },
    )
    child.once('error', (error) => {
      console.error(error.message)
      resolve(1)
    })
    child.once('exit', (code) => resolve(code ?? 1))
  })
}

process.exitCode = await pack(process.argv.slice(2))
