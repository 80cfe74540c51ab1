/** One server under load: from its first client to its last, or with so many of them for a while. */

import { bundled } from './bundle.ts'
import { Child } from './child.ts'
import type { Contender } from './contenders.ts'
import { quantile, type Sample } from './figures.ts'

/** Milliseconds to settle after a growth, and to measure for. */
const settling = (n: number) => (n >= manyClients ? 1000 : 500)
const windowOf = (n: number) => (n >= 100 ? 2200 : 1600)
/** Milliseconds of play after which what a server runs is compiled, on the very core that it runs on, and windows then. */
const warmingUp = 60_000
const warmWindows = 3
const warmWindow = 5000
/** From this size on joins are timed. */
const manyClients = 400
const joinsTimed = 15
/** Clients that the probe is. */
const probes = 2

/** A sample at each size on the way up. */
export function climb(
  contender: Contender,
  command: readonly string[],
  { r, run, sizes }: { r: number; run: number; sizes: readonly number[] },
): Promise<Sample[]> {
  return underLoad(contender, command, r, async (parts) => {
    const samples: Sample[] = []
    for (const n of sizes) {
      await parts.load.ask({ ask: 'grow', to: n - probes })
      await pass(settling(n))
      const sample = await measure(parts, { contender: contender.id, n, r, run })
      if (n >= manyClients) {
        const took = (await parts.probe.ask({ ask: 'joins', count: joinsTimed })).took as number[]
        sample.joinMedian = quantile(took, 0.5)
        sample.joinWorst = Math.max(...took)
      }
      samples.push(sample)
    }
    return samples
  })
}

/** Some samples at one size, after a minute of play. */
export function stayLong(
  contender: Contender,
  command: readonly string[],
  { n, r }: { n: number; r: number },
): Promise<Sample[]> {
  return underLoad(contender, command, r, async (parts) => {
    await parts.load.ask({ ask: 'grow', to: n - probes })
    await pass(warmingUp)
    const samples: Sample[] = []
    for (let run = 0; run < warmWindows; run++)
      samples.push(await measure(parts, { contender: contender.id, n, r, run }, warmWindow))
    return samples
  })
}

/** Starts a server, its load and its probe, and ends them afterwards. */
async function underLoad<T>(
  contender: Contender,
  command: readonly string[],
  r: number,
  use: (parts: Parts) => Promise<T>,
): Promise<T> {
  const [server, { port }] = await Child.start(contender.title, 'server', [...command, `${r}`])
  const children = [server]
  const start = async (part: 'load' | 'probe') => {
    const command = [process.execPath, bundled(`load/${part}.ts`) ?? '', contender.wire, `${port}`]
    const [child] = await Child.start(`the ${part} of ${contender.title}`, part, command)
    children.push(child)
    return child
  }
  try {
    const [load, probe] = await Promise.all([start('load'), start('probe')])
    return await use({ server, load, probe })
  } finally {
    await Promise.all(children.reverse().map((child) => child.stop()))
  }
}

type Parts = { server: Child; load: Child; probe: Child }
type Cell = Pick<Sample, 'contender' | 'n' | 'r' | 'run'>

async function measure(
  { server, load, probe }: Parts,
  cell: Cell,
  window = windowOf(cell.n),
): Promise<Sample> {
  const { n, r } = cell
  const waited = server.waited
  const [before] = await Promise.all([
    server.ask({}),
    load.ask({ ask: 'begin' }),
    probe.ask({ ask: 'begin' }),
  ])
  await pass(window)
  const [after, loaded, probed] = await Promise.all([
    server.ask({}),
    load.ask({ ask: 'end' }),
    probe.ask({ ask: 'end' }),
  ])
  if (loaded.lost !== 0) throw new Error(`${loaded.lost} of ${n} clients of ${cell.contender} were lost`)
  const seconds = loaded.seconds as number
  const arrivals = probed.arrivals as number[]
  const delays = probed.delays as number[]
  const clientRates = loaded.rates as number[]
  const snapshots = (loaded.snapshots as number) + probes * arrivals.length
  const bytes = (loaded.bytes as number) + probes * (probed.bytes as number)
  const cpu = (after.cpu as number) - (before.cpu as number)
  const apart = arrivals.slice(1).map((at, i) => Math.abs(at - (arrivals[i] as number) - 1000 / r))
  return {
    ...cell,
    cpu: cpu / snapshots,
    busy: cpu / 1e6 / seconds,
    bytesPerSecond: bytes / n / seconds,
    bytesPerSnapshot: bytes / snapshots,
    rate: quantile(clientRates, 0.5),
    worstRate: clientRates.reduce(
      (worst, rate) => (Math.abs(rate - r) > Math.abs(worst - r) ? rate : worst),
      r,
    ),
    seenP50: delays.length > 0 ? quantile(delays, 0.5) : null,
    seenP99: delays.length > 0 ? quantile(delays, 0.99) : null,
    jitterP99: quantile(apart, 0.99),
    memory: after.memory as number,
    loadBusy: loaded.busy as number,
    waited: (server.waited - waited) / 1000 / seconds,
    joinMedian: null,
    joinWorst: null,
  }
}

function pass(time: number): Promise<void> {
  return new Promise((after) => setTimeout(after, time))
}
