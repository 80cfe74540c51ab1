/** The workflows of .github: nothing runs them here, so what can be wrong by name alone is looked for. */

import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { load } from 'js-yaml'
import { describe, expect, it } from 'vitest'
import packageJson from '../../package.json' with { type: 'json' }

interface Step {
  uses?: string
  run?: string
  env?: Record<string, string>
}
interface Job {
  uses?: string
  needs?: string | string[]
  permissions?: Record<string, string>
  'timeout-minutes'?: number
  steps?: Step[]
}
interface Workflow {
  permissions: Record<string, string>
  concurrency: { group: string }
  jobs: Record<string, Job>
}

const root = fileURLToPath(new URL('../../', import.meta.url))
const folder = `${root}.github/workflows/`
const scripts = Object.keys(packageJson.scripts)

const workflows = readdirSync(folder).map((file) => {
  const text = readFileSync(folder + file, 'utf8')
  return { file, text, workflow: load(text) as Workflow }
})

describe.each(workflows)('$file', ({ text, workflow }) => {
  const jobs = Object.entries(workflow.jobs)
  const steps = jobs.flatMap(([, { steps = [] }]) => steps)
  const runs = steps.flatMap(({ run }) => run ?? [])

  it('runs scripts and programs that there are', () => {
    const named = runs.flatMap((run) => [...run.matchAll(/\bnpm run ([\w:]+)/g)].map(([, script]) => script))
    expect(named.filter((script) => !scripts.includes(script ?? ''))).toEqual([])
    const programs = runs.flatMap((run) => [...run.matchAll(/\bnode (\S+\.ts)/g)].map(([, path]) => path))
    expect(programs.filter((path) => !existsSync(root + path))).toEqual([])
    expect(named.length + programs.length).toBeGreaterThan(0)
  })

  it('waits for jobs that there are, and lets none run for ever', () => {
    for (const [name, { needs = [], uses, 'timeout-minutes': minutes }] of jobs) {
      for (const needed of [needs].flat()) expect(Object.keys(workflow.jobs), name).toContain(needed)
      if (uses === undefined) expect(minutes, name).toBeGreaterThan(0)
    }
  })

  it('pins every action to a commit, with its version beside it, and calls workflows that there are', () => {
    const used = [...text.matchAll(/uses: (.+)/g)].map(([, use]) => use ?? '')
    const outside = used.filter((use) => !use.startsWith('./'))
    for (const use of outside) expect(use).toMatch(/^[\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/)
    for (const use of used.filter((use) => use.startsWith('./')))
      expect(existsSync(root + use), use).toBe(true)
  })

  it('may read, and one job of a release may write', () => {
    expect(workflow.permissions).toEqual({ contents: 'read' })
    const writing = jobs.filter(([, { permissions }]) => permissions !== undefined)
    expect(writing.map(([name, { permissions }]) => [name, permissions])).toEqual(
      workflow.jobs.publish ? [['publish', { contents: 'write' }]] : [],
    )
    expect(workflow.concurrency.group).toContain('github.ref')
  })

  it('puts nothing of an event or a secret into a command line', () => {
    expect(runs.filter((run) => run.includes('${{'))).toEqual([])
    for (const [line] of text.matchAll(/.*secrets\..*/g)) {
      expect(line.trim()).toMatch(/^(\w+): \$\{\{ secrets\.\1 \}\}$/)
    }
  })
})

describe('a release', () => {
  it('is not drafted without every list that some app looks for', () => {
    const { workflow } = workflows.find(({ file }) => file === 'release.yml')!
    const demand = workflow.jobs.publish?.steps?.map(({ run }) => run ?? '').join('\n')
    // Linux has one for each processor; see `getChannelFilePrefix` in electron-updater.
    for (const list of ['latest.yml', 'latest-mac.yml', 'latest-linux.yml', 'latest-linux-arm64.yml'])
      expect(demand?.split(/\s/)).toContain(list)
  })
})
