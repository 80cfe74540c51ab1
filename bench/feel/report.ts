/** The figures as tables of Markdown, which read well in a terminal too. */

import type { Figures } from './figures.ts'
import { type GameFigures, targetsOf } from './targets.ts'

const percent = (share: number) => `${(share * 100).toFixed(share < 0.1 ? 2 : 1)} %`
const number = (value: number, digits: number) => (Number.isNaN(value) ? '–' : value.toFixed(digits))
const corrections = ({ all, visible, p50, p99 }: Figures['own']['alone']) =>
  `${number(all, 1)} · ${number(visible, 1)} · ${number(p50, 1)} / ${number(p99, 1)}`

const columns: readonly (readonly [string, (figures: Figures) => string])[] = [
  ['network', ({ profile }) => profile.name],
  ['own response, frames', ({ response }) => `${response}`],
  ['corrections alone', ({ own }) => corrections(own.alone)],
  ['corrections in company', ({ own }) => corrections(own.inCompany)],
  ['extrapolated', ({ others }) => percent(others.extrapolated)],
  ['frozen', ({ others }) => percent(others.frozen)],
  ['age of others, ms', ({ others }) => `${number(others.past, 0)} / ${number(others.pastMost, 0)}`],
  ['jumps of others', ({ others }) => `${number(others.jumps, 1)} · ${number(others.jump, 1)}`],
  ['inputs late', ({ own }) => percent(own.late)],
  ['inputs lost', ({ own }) => percent(own.lost)],
]

export function reportOf(all: readonly GameFigures[], seconds: number): string {
  return `${[preface(seconds), ...all.map(section)].join('\n\n')}\n`
}

function preface(seconds: number): string {
  return `# What play feels like

Written by \`npm run bench:feel\`: real hosts and real clients over networks in memory, in virtual time and from one seed.
In each run six of the game's bots play for ${seconds} s through a client each, and know only what that client draws.

- *own response*: frames from the key to a change of one's own body; 0 is the very frame of the key.
- *corrections* of the own body: a minute · those of 2 px and more a minute · size p50 / p99 in px. One px is one unit of the
  world, drawn 1:1. *In company*: somebody came within 80 px at about that time; *alone*: nobody did.
- *extrapolated*: the share of time in which others were drawn beyond the newest snapshot. *Frozen*: their picture stood
  still though they moved on the host.
- *age*: how far in the past others are drawn against the host's present, median / p99.
- *jumps* of others: steps of 8 px and more in one frame beyond what the body's speed explains, a minute · the longest in px.
- *inputs late*: ticks that the host made with another input than was given for them. *Lost*: changes never played.`
}

function section(figures: GameFigures): string {
  const { title, profiles, clocks, recoveries } = figures
  return [
    `## ${title}`,
    profiles.map(({ profile }) => `${profile.name}: ${profile.is}`).join(' · '),
    table(profiles),
    `### After a network turned good`,
    'The oldest picture of others among all players.',
    rows([
      [
        'network',
        ...seconds(recoveries).map((after) => `age at ${after} s, ms`),
        'as late as it stays after',
      ],
      ...recoveries.map(({ name, recovery }) => [
        name,
        ...recovery.past.map(({ age }) => number(age, 0)),
        `${number(recovery.drawn / 1000, 1)} s`,
      ]),
    ]),
    `### With other clocks, and lopsided ways`,
    table(clocks.flat()),
    `### Targets`,
    rows([
      ['what', 'measured', ''],
      ...targetsOf(figures).map(({ what, measured, met }) => [what, measured, met ? 'met' : 'fell short']),
    ]),
  ].join('\n\n')
}

function seconds(recoveries: GameFigures['recoveries']): number[] {
  return recoveries[0]?.recovery.past.map(({ after }) => after) ?? []
}

function table(all: readonly Figures[]): string {
  return rows([
    columns.map(([name]) => name),
    ...all.map((figures) => columns.map(([, tell]) => tell(figures))),
  ])
}

function rows([head, ...body]: readonly (readonly string[])[]): string {
  if (!head) return ''
  const widths = head.map((_, i) => Math.max(3, ...[head, ...body].map((row) => row[i]?.length ?? 0)))
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join(' | ')} |`
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...body.map(line)].join('\n')
}
