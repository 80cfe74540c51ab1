/** `npm run bench`: Romp against its floors and its peers, on this machine, in one run. */

import { parseFlags, whole } from '../src/cli/flags.ts'
import { climb } from './climb.ts'
import { contenders } from './contenders.ts'
import { rates, type Sample, sizes } from './figures.ts'

const values = parseFlags(process.argv.slice(2), {
  only: { type: 'string' },
  n: { type: 'string' },
  r: { type: 'string' },
  runs: { type: 'string' },
})
const only = values.only?.split(',')
const ns = values.n?.split(',').map(Number) ?? [...sizes]
const rs = values.r?.split(',').map(Number) ?? [...rates]
const runs = whole('--runs', values.runs ?? '3', 1, 50)
const samples: Sample[] = []
for (let run = 0; run < runs; run++)
  for (const r of rs)
    for (const contender of contenders) {
      if (only && !only.includes(contender.id)) continue
      const command = contender.command()
      if (!command) continue
      const at = ns.filter(
        (n) => !contender.cells || only || contender.cells.some((c) => c.n === n && c.r === r),
      )
      if (at.length === 0) continue
      const t = performance.now()
      for (const s of await climb(contender, command, { r, run, sizes: at })) {
        samples.push(s)
        const f = (x: number | null, d = 2) => (x === null ? '—' : x.toFixed(d))
        console.log(
          `${s.contender.padEnd(10)} N${s.n} R${s.r} cpu ${f(s.cpu)} busy ${f(s.busy)} B/s ${f(s.bytesPerSecond, 0)} B/snap ${f(s.bytesPerSnapshot, 1)} rate ${f(s.rate)} worst ${f(s.worstRate)} seen ${f(s.seenP50)}/${f(s.seenP99)} jitter ${f(s.jitterP99)} mem ${f(s.memory / 2 ** 20, 0)} load ${f(s.loadBusy)} join ${f(s.joinMedian, 1)}/${f(s.joinWorst, 1)}`,
        )
      }
      console.log(`   ${((performance.now() - t) / 1000).toFixed(1)} s`)
    }
