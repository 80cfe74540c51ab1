/**
 * What the stand-in puts into each document: a bridge between the page's world and the preload's isolated one. They
 * share a document but no objects, so calls cross as text in events under a name that only these two know. These
 * functions are sent to Chromium as source and may use nothing from outside themselves.
 */

export const preloadWorld = 'stand-in-preload'
/** The binding that only the preload's world has. */
export const binding = 'standInCall'
/** How the main process speaks to the preload's world. */
export const deliver = 'standInDeliver'

type Packed =
  | { function: number }
  | { promise: number }
  | { members: Record<string, Packed> }
  | { plain: unknown }
type Answer = { value: Packed } | { error: string }

function connectWorlds(secret: string, mine: string, theirs: string) {
  const functions: ((...given: unknown[]) => unknown)[] = []
  const pending = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>()
  let promises = 0
  let answered: Answer | null = null

  const say = (kind: string, content: unknown) => {
    document.dispatchEvent(
      new CustomEvent(`${secret}-${theirs}-${kind}`, { detail: JSON.stringify(content) }),
    )
  }
  const hear = <Content>(kind: string, listener: (content: Content) => void) => {
    document.addEventListener(`${secret}-${mine}-${kind}`, (event) =>
      listener(JSON.parse((event as CustomEvent).detail)),
    )
  }
  const words = (error: unknown) => (error instanceof Error ? error.message : String(error))
  const pack = (value: unknown): Packed => {
    if (typeof value === 'function') return { function: functions.push(value as () => unknown) - 1 }
    if (value instanceof Promise) {
      const promise = ++promises
      value.then(
        (settled) => say('settled', { promise, value: pack(settled) }),
        (error) => say('settled', { promise, error: words(error) }),
      )
      return { promise }
    }
    if (
      typeof value === 'object' &&
      value !== null &&
      Object.values(value).some((it) => typeof it === 'function')
    ) {
      return {
        members: Object.fromEntries(Object.entries(value).map(([name, member]) => [name, pack(member)])),
      }
    }
    return { plain: value }
  }
  const take = (answer: Answer): unknown => {
    if ('error' in answer) throw new Error(answer.error)
    return unpack(answer.value)
  }
  const unpack = (packed: Packed): unknown => {
    if ('function' in packed) {
      return (...given: unknown[]) => {
        say('called', { function: packed.function, given: given.map(pack) })
        const answer = answered
        answered = null
        return answer ? take(answer) : undefined
      }
    }
    if ('promise' in packed) {
      return new Promise((resolve, reject) => pending.set(packed.promise, { resolve, reject }))
    }
    if ('members' in packed) {
      return Object.freeze(
        Object.fromEntries(Object.entries(packed.members).map(([name, it]) => [name, unpack(it)])),
      )
    }
    return packed.plain
  }
  hear<{ function: number; given: Packed[] }>('called', (call) => {
    try {
      say('answered', { value: pack(functions[call.function]?.(...call.given.map(unpack))) })
    } catch (error) {
      say('answered', { error: words(error) })
    }
  })
  hear<Answer>('answered', (answer) => {
    answered = answer
  })
  hear<{ promise: number } & Answer>('settled', (settled) => {
    const waiting = pending.get(settled.promise)
    pending.delete(settled.promise)
    if ('error' in settled) waiting?.reject(new Error(settled.error))
    else waiting?.resolve(unpack(settled.value))
  })
  return { say, hear, pack, unpack }
}

function enterPage(connect: typeof connectWorlds, secret: string) {
  if (window !== window.top) return
  const { hear, unpack } = connect(secret, 'page', 'preload')
  hear<{ name: string; api: Packed }>('exposed', ({ name, api }) => {
    Object.defineProperty(window, name, { value: unpack(api), enumerable: true })
  })
}

function enterPreload(
  connect: typeof connectWorlds,
  secret: string,
  names: { binding: string; deliver: string },
  preload: (require: (name: string) => unknown, module: object, exports: object) => void,
) {
  // A sandboxed preload runs in the top frame only.
  if (window !== window.top) return
  const { say, pack } = connect(secret, 'preload', 'page')
  const world = globalThis as unknown as Record<string, (...given: unknown[]) => void>
  const listeners = new Map<string, Set<(...given: unknown[]) => void>>()
  const pending = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>()
  let calls = 0
  world[names.deliver] = (message: unknown) => {
    const it = message as {
      call?: number
      value?: unknown
      error?: string
      channel?: string
      given?: unknown[]
    }
    if (it.channel !== undefined) {
      for (const listener of listeners.get(it.channel) ?? []) listener({}, ...(it.given ?? []))
      return
    }
    const waiting = pending.get(it.call ?? 0)
    pending.delete(it.call ?? 0)
    if (it.error === undefined) waiting?.resolve(it.value)
    else waiting?.reject(new Error(it.error))
  }
  const electron = {
    contextBridge: {
      exposeInMainWorld: (name: string, api: unknown) => say('exposed', { name, api: pack(api) }),
    },
    ipcRenderer: {
      invoke: (channel: string, ...given: unknown[]) =>
        new Promise((resolve, reject) => {
          pending.set(++calls, { resolve, reject })
          world[names.binding]?.(JSON.stringify({ call: calls, channel, given }))
        }),
      on: (channel: string, listener: (...given: unknown[]) => void) => {
        listeners.set(channel, (listeners.get(channel) ?? new Set()).add(listener))
      },
      removeListener: (channel: string, listener: (...given: unknown[]) => void) => {
        listeners.get(channel)?.delete(listener)
      },
    },
  }
  const require = (name: string) => {
    if (name === 'electron') return electron
    throw new Error(`module not found: ${name}`)
  }
  const module = { exports: {} }
  preload(require, module, module.exports)
}

/** The page's half of the bridge, as source. */
export function pageScript(secret: string): string {
  return `(${enterPage})(${connectWorlds}, ${JSON.stringify(secret)})`
}

/** The preload's half, with the built preload script inside, as source. */
export function preloadScript(secret: string, preload: string): string {
  const names = JSON.stringify({ binding, deliver })
  const wrapped = `function (require, module, exports) {${preload}\n}`
  return `(${enterPreload})(${connectWorlds}, ${JSON.stringify(secret)}, ${names}, ${wrapped})`
}
