/** Who may import whom: the table of docs/ARCHITECTURE.md. Whatever is not listed here is an error. */

const own = (folder) => ({ from: { path: `^src/${folder}/` }, to: { path: `^src/${folder}/` } })
const folder = (from, ...to) => ({ from: { path: `^src/${from}/` }, to: { path: to } })
const library = (name) => `^node_modules/(@types/)?${name}/`
const node = { dependencyTypes: ['core'] }

const netcode = '^src/netcode/'
const protocol = '^src/protocol/'
const rules = '^src/games/(index|game|options)\\.ts$'
const view = ['/view\\.ts$', '/view-[a-z-]+\\.ts$']
const contracts = '^src/games/(bodies|field|game|options|ranking|steering|view|view-[a-z-]+)\\.ts$'

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  allowed: [
    own('netcode'),

    own('protocol'),
    folder('protocol', netcode, library('zod'), library('@noble/hashes')),

    // A game knows itself, the two contracts and netcode; `$1` keeps it out of every other game.
    {
      from: { path: contracts },
      to: { path: [contracts, netcode, '^src/protocol/(appearance|strength)\\.ts$'] },
    },
    { from: { path: '^src/games/([^/]+)/' }, to: { path: ['^src/games/$1/', contracts, netcode] } },
    {
      from: { path: '^src/games/index\\.ts$' },
      to: { path: ['^src/games/game\\.ts$', '^src/games/[^/]+/game\\.ts$'] },
    },
    { from: { path: '^src/games/views\\.ts$' }, to: { path: [contracts, '^src/games/[^/]+/view\\.ts$'] } },

    own('host'),
    folder('host', netcode, protocol, rules, library('ws')),
    { from: { path: '^src/host/' }, to: node },

    own('discovery'),
    folder('discovery', protocol, library('bonjour-service')),
    { from: { path: '^src/discovery/' }, to: node },

    own('client'),
    folder('client', netcode, protocol, rules),

    own('platform'),
    folder('platform', protocol),

    own('renderer'),
    folder(
      'renderer',
      '^src/client/',
      '^src/platform/',
      '^src/games/',
      protocol,
      library('react(-dom)?'),
      library('@base-ui/react'),
      library('lucide-react'),
      library('zustand'),
      library('uqr'),
      library('@fontsource-variable/[^/]+'),
      library('vite'),
    ),

    own('main'),
    folder(
      'main',
      '^src/host/',
      '^src/discovery/',
      '^src/platform/',
      protocol,
      library('electron'),
      library('electron-updater'),
      library('rotating-file-stream'),
      library('zod'),
    ),
    { from: { path: '^src/main/' }, to: node },
    // The tray shows the app's own icon.
    { from: { path: '^src/main/presence/tray-picture\\.ts$' }, to: { path: '^build/icons/' } },

    own('preload'),
    folder('preload', '^src/platform/', library('electron')),

    own('cli'),
    // The `bots` program plays with the games' own bots, so it knows the rules as a host does.
    folder('cli', '^src/(host|client|discovery)/', netcode, protocol, rules, library('ws'), library('uqr')),
    { from: { path: '^src/cli/' }, to: node },
    { from: { path: '^src/cli/single-file/bundle\\.ts$' }, to: { path: library('vite') } },
  ],
  allowedSeverity: 'error',
  forbidden: [
    {
      name: 'no-circles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'rules-without-a-screen',
      comment: 'A rule that a host runs must not draw: only view files may import the view contract.',
      severity: 'error',
      from: { path: '^src/games/[^/]+/', pathNot: view },
      to: { path: view },
    },
    {
      name: 'a-single-file-that-builds-nothing',
      comment: 'What is inside the headless executable has no sources to build, and no tools to build them.',
      severity: 'error',
      from: { path: '^src/cli/serve-alone\\.ts$' },
      to: { path: ['^node_modules/vite/', '^src/cli/(build|electron)-'], reachable: true },
    },
    {
      name: 'host-beside-the-window',
      comment:
        'Whatever holds up the main process must not hold up a tick: only the host process starts a host.',
      severity: 'error',
      from: { path: '^src/main/', pathNot: '^src/main/host-process/' },
      to: { path: ['^src/host/server\\.ts$', '^src/main/host-process/party\\.ts$'] },
    },
    { name: 'resolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'types', 'default'],
    },
  },
}
