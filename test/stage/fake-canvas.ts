/** A canvas that draws nothing, and remembers every call: what it was told must at least be numbers. */

export interface Drawing {
  readonly canvas: CanvasRenderingContext2D
  readonly calls: { readonly name: string; readonly args: readonly unknown[] }[]
}

export function fakeCanvas(width = 1280, height = 800): Drawing {
  const calls: { name: string; args: readonly unknown[] }[] = []
  const kept: Record<string, unknown> = { globalAlpha: 1, font: '10px x', canvas: { width, height } }
  const gradient = { addColorStop() {} }
  const stack: Record<string, unknown>[] = []
  const answers: Record<string, (...args: number[]) => unknown> = {
    save: () => stack.push({ ...kept }),
    restore: () => Object.assign(kept, stack.pop()),
    getTransform: () => ({ a: 0.8, b: 0, c: 0, d: 0.8, e: 0, f: 40 }),
    measureText: () => ({ width: 60 }),
    createLinearGradient: () => gradient,
    createRadialGradient: () => gradient,
    createPattern: () => ({}),
    createImageData: (wide = 1, high = 1) => ({ data: new Uint8ClampedArray(wide * high * 4) }),
  }
  const canvas = new Proxy(kept, {
    get(_, name: string) {
      if (name in kept) return kept[name]
      return (...args: unknown[]) => {
        for (const arg of args) {
          if (typeof arg === 'number' && !Number.isFinite(arg)) throw new Error(`${name}(${args.join(', ')})`)
        }
        calls.push({ name, args })
        return answers[name]?.(...(args as number[]))
      }
    },
    set(_, name: string, value) {
      if (typeof value === 'number' && !Number.isFinite(value)) throw new Error(`${name} = ${value}`)
      kept[name] = value
      return true
    },
  })
  return { canvas: canvas as unknown as CanvasRenderingContext2D, calls }
}

/** A document that knows how to make canvases, and nothing else. */
export function fakeDocument() {
  return {
    createElement() {
      const element = { width: 0, height: 0 }
      const { canvas } = fakeCanvas()
      return Object.assign(element, { getContext: () => canvas })
    },
  }
}
