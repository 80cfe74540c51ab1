/** The packager's tools made of what Debian has, and how electron-builder is told of them. */

import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { writePlugins } from './nsis-plugins.ts'

const nsisHome = '/usr/share/nsis'
const templates = fileURLToPath(
  new URL('../../../node_modules/app-builder-lib/templates/nsis/', import.meta.url),
)

/**
 * The environment for electron-builder. Tools of Debian's that are missing are missed when they are called. What NSIS
 * compiled last is told in `nsis/installer.log`, `uninstaller.log` and `portable.log` of the folder.
 */
export function makeToolsets(folder: string): Record<string, string> {
  const fpm = executable(
    join(folder, 'fpm'),
    `exec '${process.execPath}' '${fileURLToPath(new URL('fpm.ts', import.meta.url))}' "$@"`,
  )
  return {
    CUSTOM_FPM_PATH: fpm,
    ELECTRON_BUILDER_7ZIP_PATH: '/usr/bin/7za',
    APPIMAGE_TOOLS_PATH: makeAppImageTools(join(folder, 'appimage')),
    ...makeNsis(join(folder, 'nsis')),
  }
}

/** What an AppImage begins with here; the true runtime is a program that mounts what follows it. */
export const appImageRuntime = '#!/bin/sh\n# The runtime of an AppImage would be here.\nexit 0\n'.padEnd(
  4096,
  '#',
)

function makeAppImageTools(folder: string): string {
  mkdirSync(join(folder, 'runtimes'), { recursive: true })
  for (const tool of ['mksquashfs', 'desktop-file-validate'])
    symlinkSync(`/usr/bin/${tool}`, join(folder, tool))
  for (const arch of ['x64', 'arm64']) {
    writeFileSync(join(folder, 'runtimes', `runtime-${arch}`), appImageRuntime)
    mkdirSync(join(folder, 'lib', arch), { recursive: true })
    writeFileSync(join(folder, 'lib', arch, 'libof-appimage.so'), arch)
  }
  return folder
}

function makeNsis(folder: string): Record<string, string> {
  mkdirSync(join(folder, 'linux'), { recursive: true })
  for (const part of ['Bin', 'Contrib', 'Include', 'Plugins', 'Stubs'])
    symlinkSync(join(nsisHome, part), join(folder, part))
  // The compiler's own account of all that it compiles, after all macros, is what the tests read.
  executable(
    join(folder, 'linux', 'makensis'),
    `case " $* " in *" -DBUILD_UNINSTALLER "*) name=uninstaller ;; *" -DREQUEST_EXECUTION_LEVEL="*) name=portable ;; *) name=installer ;; esac
log="${folder}/$name.log"
makensis -V4 -DLOGICLIB_VERBOSITY=4 -D_FILEFUNC_VERBOSE=4 "$@" > "$log" 2>&1 || { tail -20 "$log"; exit 1; }`,
  )
  writeFileSync(join(folder, 'elevate.exe'), 'elevate')
  writePlugins(join(folder, 'resources', 'plugins', 'x86-unicode'), calledPlugins())
  // electron-builder runs an installer to get its uninstaller; a copy of that installer stands for it.
  executable(
    join(folder, 'wine', 'bin', 'wine'),
    'cp "$1" "$(dirname "$1")/$(basename "$1" exe)__uninstaller.exe"',
  )
  for (const part of ['wine-home', 'lib']) mkdirSync(join(folder, 'wine', part))
  return {
    ELECTRON_BUILDER_NSIS_DIR: folder,
    ELECTRON_BUILDER_NSIS_RESOURCES_DIR: join(folder, 'resources'),
    ELECTRON_BUILDER_WINE_TOOLSET_DIR: join(folder, 'wine'),
  }
}

/** Every `Plugin::Function` of electron-builder's scripts that NSIS itself does not bring. */
function calledPlugins(): Record<string, string[]> {
  const own = new Set(
    readdirSync(join(nsisHome, 'Plugins', 'x86-unicode')).map((name) => name.replace(/\.dll$/, '')),
  )
  const called: Record<string, Set<string>> = {}
  for (const entry of readdirSync(templates, { recursive: true, withFileTypes: true })) {
    if (!/\.ns[hi]$/.test(entry.name)) continue
    const script = readFileSync(join(entry.parentPath, entry.name), 'utf8')
    for (const [, plugin = '', name = ''] of script.matchAll(/\b(\w+)::(\w+)/g)) {
      if (own.has(plugin)) continue
      called[plugin] = (called[plugin] ?? new Set()).add(name)
    }
  }
  return Object.fromEntries(Object.entries(called).map(([plugin, names]) => [plugin, [...names]]))
}

function executable(file: string, script: string): string {
  mkdirSync(join(file, '..'), { recursive: true })
  writeFileSync(file, `#!/bin/sh\nset -e\n${script}\n`, { mode: 0o755 })
  return file
}
