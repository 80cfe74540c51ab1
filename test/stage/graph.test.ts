import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Mood } from '../../src/games/view.ts'
import { columns, columnTime, type FrameSample, Graph } from '../../src/renderer/stage/graph.ts'
import { GraphDrawing, type GraphShot, groundOpacity } from '../../src/renderer/stage/graph-drawing.ts'
import { stripsFor, toneOf, topFor, worstOf, written } from '../../src/renderer/stage/graph-strips.ts'
import { blend, inks } from '../../src/renderer/stage/palette.ts'
import { fakeCanvas } from './fake-canvas.ts'

const frame = 1000 / 60
const calm: FrameSample = {
  ...{ ping: 8, jitter: 2, delay: 30, lead: 20, silence: 10, corrections: 0, bytesIn: 0, bytesOut: 0 },
  ...{ tick: 0, frame, work: 3 },
}

/** Plays frames at the screen's rate for so many milliseconds; `at` says what is different then. */
function play(
  graph: Graph,
  from: number,
  ms: number,
  at: (now: number) => Partial<FrameSample> = () => ({}),
) {
  let now = from
  for (; now < from + ms; now += frame) {
    const tick = Math.floor((now * 60) / 1000)
    graph.add({ ...calm, tick, bytesIn: now * 3, bytesOut: now / 4, ...at(now) }, now)
  }
  return now
}

describe('the connection graph', () => {
  it('keeps the worst of a column’s frames', () => {
    const graph = new Graph()
    graph.add({ ...calm, frame: 16 }, 1000)
    graph.add({ ...calm, frame: 48 }, 1040)
    graph.add({ ...calm, frame: 17 }, 1080)
    expect(graph.value('frame', 0)).toBe(48)
    expect(graph.value('frame', 1)).toBeNaN()
  })

  it('tells rates a second of what only grows', () => {
    const graph = new Graph()
    play(graph, 5000, 4000)
    expect(graph.figure('tick')).toBeCloseTo(60, 0)
    expect(graph.figure('bytesIn')).toBeCloseTo(3000, -2)
    expect(graph.figure('bytesOut')).toBeCloseTo(250, -1)
    expect(graph.value('tick', 20)).toBeCloseTo(60, -1)
  })

  it('knows no rate before there was time to take one', () => {
    const graph = new Graph()
    play(graph, 5000, 300)
    expect(graph.figure('tick')).toBeNaN()
    expect(graph.value('bytesIn', 0)).toBeNaN()
  })

  it('adds the corrections up, and counts those of another match from zero', () => {
    const graph = new Graph()
    const then = play(graph, 5000, 1000, (now) => ({ corrections: now > 5500 ? 3 : 1 }))
    play(graph, then, 1000, (now) => ({ corrections: now > 6500 ? 2 : 0 }))
    expect(graph.figure('corrections')).toBe(4)
  })

  it('fills the time of a long frame, and spreads over it what came in it', () => {
    const graph = new Graph()
    let now = play(graph, 5000, 2000)
    now += 500
    graph.add({ ...calm, frame: 500, tick: Math.floor((now * 60) / 1000), bytesIn: now * 3 }, now)
    for (let age = 0; age < 5; age++) expect(graph.value('frame', age), `${age} columns ago`).toBe(500)
    expect(graph.value('frame', 7)).toBeCloseTo(frame)
    expect(graph.value('bytesIn', 1)).toBeCloseTo(3000, -3)
    expect(worstOf(stripsFor(60)[6]!, [graph.value('tick', 1), graph.value('tick', 3)])).toBeGreaterThan(40)
  })

  it('shows a host that stands still as ticks that do not come', () => {
    const graph = new Graph()
    const then = play(graph, 5000, 2000)
    play(graph, then, 1200, () => ({ tick: Math.floor((then * 60) / 1000) }))
    expect(graph.value('tick', 2)).toBe(0)
    expect(graph.value('tick', 18)).toBeCloseTo(60, -1)
  })

  it('forgets what is older than ten seconds, also after the page slept', () => {
    const graph = new Graph()
    play(graph, 5000, 300, () => ({ ping: 900 }))
    const then = play(graph, 5300, columns * columnTime + 100)
    for (let age = 0; age < columns; age++) expect(graph.value('ping', age)).toBe(8)
    graph.add({ ...calm, ping: 44 }, then + 3_600_000)
    for (let age = 0; age < columns; age++) expect(graph.value('ping', age)).toBe(44)
  })

  it('takes no round trip for none', () => {
    const graph = new Graph()
    graph.add({ ...calm, ping: null, tick: null }, 1000)
    expect(graph.value('ping', 0)).toBeNaN()
    expect(written(graph.figure('ping'))).toBe('–')
  })
})

describe('a strip', () => {
  const strip = (key: string) => stripsFor(60).find((one) => one.key === key)!

  it('says where it is felt and where it hurts, whether more or less is worse', () => {
    expect([8, 120, 200].map((ms) => toneOf(strip('ping'), ms))).toEqual(['good', 'warning', 'danger'])
    expect([60, 55, 20].map((rate) => toneOf(strip('tick'), rate))).toEqual(['good', 'warning', 'danger'])
    expect(toneOf(strip('bytesIn'), 9e9)).toBe('good')
    expect(worstOf(strip('tick'), [60, Number.NaN, 41])).toBe(41)
    expect(worstOf(strip('ping'), [9, Number.NaN, 41])).toBe(41)
    expect(worstOf(strip('ping'), [])).toBeNaN()
  })

  it('has a round height that holds all it shows', () => {
    expect(topFor(strip('ping'), 12)).toBe(50)
    expect(topFor(strip('ping'), 120)).toBe(200)
    expect(topFor(strip('ping'), 501)).toBe(1000)
  })

  it('writes figures as people read them', () => {
    expect([0, 3, 3.2, 16.67, 249.6, Number.NaN].map(written)).toEqual(['0', '3', '3.2', '17', '250', '–'])
  })
})

describe('the graph on the canvas', () => {
  let sheets: ReturnType<typeof fakeCanvas>[] = []

  beforeEach(() => {
    sheets = []
    vi.stubGlobal('document', {
      createElement: () => {
        const sheet = fakeCanvas()
        sheets.push(sheet)
        return { width: 0, height: 0, getContext: () => sheet.canvas }
      },
    })
  })
  afterEach(() => vi.unstubAllGlobals())

  /** What was called on the sheets that were painted since this was last asked. */
  function painted(name: string): (readonly unknown[])[] {
    return sheets.flatMap(({ calls }) => calls.filter((call) => call.name === name).map(({ args }) => args))
  }

  let asked = 0
  const shot = (more: Partial<GraphShot> = {}): GraphShot => ({
    ...{ mood: 'day' as Mood, sharpness: 2, reducedMotion: false, tickRate: 60 },
    room: () => ({ left: 8, top: 60, height: 500 }),
    words: () => {
      asked++
      return { title: 'Romp 0.1.0', lines: ['10.0.0.2:8765/r/party', 'Connected'] }
    },
    ...more,
  })

  /** Where the one bad moment stands, three columns later and thirty columns later. */
  function walked(reducedMotion: boolean): [number, number] {
    const graph = new Graph()
    const drawing = new GraphDrawing()
    const { canvas } = fakeCanvas()
    let now = play(graph, 5000, 2000)
    now = play(graph, now, frame, () => ({ ping: 5000 }))
    const seen = [300, 2700].map((ms) => {
      now = play(graph, now, ms)
      for (const { calls } of sheets) calls.length = 0
      drawing.draw(canvas, graph, shot({ reducedMotion }))
      const boxes = painted('fillRect') as number[][]
      const bad = boxes.filter(([, top, width]) => top! < 20 && width! < 5)
      const [tallest] = bad.toSorted((a, b) => b[3]! - a[3]!)
      return tallest![0]!
    })
    return seen as [number, number]
  }

  it('lets time pass to the left, and with reduced motion lets everything stand where it is', () => {
    const [before, after] = walked(false)
    expect(before - after).toBeCloseTo(27, -1)
    const [still, alsoStill] = walked(true)
    expect(alsoStill).toBe(still)
  })

  it('is painted once a column, says anew twice a second what it says, and is there in every frame', () => {
    const graph = new Graph()
    const drawing = new GraphDrawing()
    const { canvas, calls } = fakeCanvas()
    asked = 0
    for (let now = 5000; now < 6000; now += frame) {
      graph.add(calm, now)
      drawing.draw(canvas, graph, shot())
    }
    expect(asked).toBe(2)
    expect(painted('clearRect')).toHaveLength(2 + 10)
    const stamps = calls.filter(({ name }) => name === 'drawImage')
    expect(stamps).toHaveLength(2 * 60)
    expect(stamps[0]?.args.slice(1, 3)).toEqual([8, 60])
    const texts = painted('fillText').map(([text]) => text)
    for (const word of ['Romp 0.1.0', '10.0.0.2:8765/r/party', 'Round trip', 'Jitter', 'Others’ delay'])
      expect(texts).toContain(word)
  })

  it('is lower where there is less room', () => {
    const height = (room: number) => {
      const { canvas, calls } = fakeCanvas()
      const graph = new Graph()
      graph.add(calm, 1000)
      new GraphDrawing().draw(canvas, graph, shot({ room: () => ({ left: 8, top: 60, height: room }) }))
      return calls.find(({ name }) => name === 'drawImage')!.args[4] as number
    }
    expect(height(260)).toBeLessThanOrEqual(260)
    expect(height(260)).toBeLessThan(height(900))
    expect(height(900)).toBeLessThan(300)
  })

  for (const mood of ['day', 'dusk'] as const) {
    it(`can be read whatever lies behind it (${mood})`, () => {
      const ink = inks[mood]
      for (const behind of ['#000000', '#ffffff', ink.ground]) {
        const ground = blend(behind, ink.surface, groundOpacity)
        expect(contrast(ink.ink, ground), `ink on ${behind}`).toBeGreaterThan(4.5)
        expect(contrast(ink.quiet, ground), `quiet on ${behind}`).toBeGreaterThan(4.5)
        for (const tone of ['good', 'warning', 'danger'] as const) {
          expect(contrast(ink[tone], blend(ground, ink.ink, 0.09)), `${tone} on ${behind}`).toBeGreaterThan(3)
        }
      }
    })
  }
})

function contrast(a: string, b: string): number {
  const light = (hex: string) => {
    const [red, green, blue] = [1, 3, 5].map((at) => {
      const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255
      return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
    }) as [number, number, number]
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
  }
  const [dark, bright] = [light(a), light(b)].sort((x, y) => x - y) as [number, number]
  return (bright + 0.05) / (dark + 0.05)
}
