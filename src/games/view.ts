/** The contract between a game and a screen: how its world is drawn, how devices become an input, what it sounds like. */

import type { Appearance } from '../protocol/appearance.ts'

/** The world that every game is drawn in, in units; letterboxed, so that everyone sees the same. */
export { height as worldHeight, width as worldWidth } from './field.ts'

export type Mood = 'day' | 'dusk'

/** What a player holds in hand, read once a frame. All positions in world units. */
export interface Devices {
  /** Physical keys held, as `KeyboardEvent.code`. */
  readonly keys: ReadonlySet<string>
  /** Mouse or pen, or a finger that is not on the thumb stick; null where there is none. */
  readonly pointer: { readonly x: number; readonly y: number; readonly held: boolean } | null
  /** A click or tap since the last frame that asked, in world units. */
  readonly tap: { readonly x: number; readonly y: number } | null
  /** Thumb stick or gamepad's left stick, length at most 1; null while untouched. */
  readonly stick: { readonly x: number; readonly y: number } | null
  /** Gamepad's right stick, length at most 1; null while untouched. */
  readonly aim: { readonly x: number; readonly y: number } | null
  /** Actions pressed since the last frame that asked, from keys, gamepad buttons and on-screen buttons. */
  readonly pressed: ReadonlySet<string>
  /** Actions that are held down. */
  readonly held: ReadonlySet<string>
}

/** One thing a player can do, and how on each device; shown before a match and in the help. */
export interface Control {
  /** What `Devices.pressed` and `held` call it; movement has none. */
  readonly action?: string
  readonly label: string
  readonly keys: string
  readonly touch: string
  readonly pad: string
  /** `KeyboardEvent.code`s that trigger the action. */
  readonly codes?: readonly string[]
  /** Standard gamepad button numbers that trigger the action. */
  readonly buttons?: readonly number[]
  /** `MouseEvent.button` numbers that trigger the action: 2 is the right one. The left one is the pointer's. */
  readonly mouseButtons?: readonly number[]
}

/** Somebody in the room, as the views see them. */
export interface Face extends Appearance {
  readonly seat: number
  readonly bot: boolean
  readonly connected: boolean
  readonly away: boolean
}

/** Where and how a character stands in this frame. Eyes, blinking, lean and squash are the painter's. */
export interface Pose {
  readonly seat: number
  readonly x: number
  readonly y: number
  readonly radius: number
  /** World units a second. */
  readonly vx: number
  readonly vy: number
  /** Where the eyes look, in world units; ahead of the run where it is absent. */
  readonly lookAt?: { readonly x: number; readonly y: number }
  /** 0 to 1; drawn fainter, for players who are out or dropped. */
  readonly presence?: number
}

/** How words stand on the field. */
export interface Writing {
  /** Height of the letters' line, in world units. */
  readonly size: number
  /** Any CSS colour; the mood's ink where it is absent. */
  readonly ink?: string
  /** Which part of the words stands at `x`; their middle where it is absent. */
  readonly align?: 'left' | 'center' | 'right'
  /** With a rim that keeps them legible on any ground. */
  readonly rim?: boolean
}

/** What all games are painted with, so that they look like one thing. */
export interface Painter {
  readonly mood: Mood
  readonly reducedMotion: boolean
  /**
   * The ground of the meadow, with its grass and what grows there; cached, cheap each frame. No tall grass stands where
   * `isBare` says so, such as in water.
   */
  meadow(isBare?: (x: number, y: number) => boolean): void
  /**
   * What is drawn from now on stands before the meadow's grass that grows behind `y`, or before all of it, such as a
   * floor of one's own. Shadows and characters see to it by themselves.
   */
  beforeGrass(y?: number): void
  /** A soft contact shadow on the ground. */
  shadow(x: number, y: number, radius: number, strength?: number): void
  character(pose: Pose): void
  /** The name under a character, its bubble and emote; drawn after all characters so that nothing covers them. */
  label(pose: Pose): void
  /** Words in the display face with tabular numbers, their middle at the height `y`; painted once, then stamped. */
  write(text: string, x: number, y: number, writing: Writing): void
  /** A colour of the current mood by its token. */
  ink(token: 'ground' | 'surface' | 'ink' | 'quiet' | 'accent' | 'good' | 'warning' | 'danger'): string
  /** The colour of a player. */
  colour(seat: number): string
}

/** One frame to draw. Drawing must not change any of it. */
export interface Frame<State> {
  /** The world as it should look now: one's own from the prediction, others interpolated. */
  readonly state: State
  /** One's own seat; null for a spectator. */
  readonly me: number | null
  readonly faces: ReadonlyMap<number, Face>
  /** Seconds since the stage began; grows steadily. */
  readonly time: number
  readonly paint: Painter
}

export const sounds = [
  // Of people and the party.
  'join',
  'leave',
  'chat',
  'emote',
  'cheer',
  'vote',
  // Of a match: each second before it, its beginning, rounds and turns, its end.
  'countdown',
  'go',
  'round',
  'turn',
  'hurry',
  'score',
  'out',
  'win',
  // Of bodies and things.
  'step',
  'bump',
  'kick',
  'dash',
  'shoot',
  'hit',
  'coin',
  'spill',
  'place',
  'pick',
  'reveal',
] as const
export type Sound = (typeof sounds)[number]

/** Something that deserves to be heard or felt, found by comparing two frames. */
export interface Cue {
  readonly sound?: Sound
  readonly burst?: 'dust' | 'spark' | 'confetti' | 'leaf'
  readonly x: number
  readonly y: number
  /** 0 to 1. */
  readonly strength: number
  /** Whose colour the burst has; its own where it is absent. */
  readonly seat?: number
  /** Seconds of screen shake, at this strength. */
  readonly shake?: number
}

export interface View<State, Input> {
  readonly controls: readonly Control[]
  /** Turns devices into this tick's input. `state` is what the player sees; `me` is null for a spectator. */
  sample(devices: Devices, state: State, me: number | null): Input
  /**
   * Where a screen looks that is too narrow to show all of the world legibly. `seat` is oneself, or whom a watcher
   * follows; null where that is nobody. Absent or null: at all of it.
   */
  focus?(state: State, seat: number | null): { readonly x: number; readonly y: number } | null
  /** One short line above the field on how things stand: "Round 2 of 5", "Your turn". Also read out. */
  caption?(state: State, me: number | null, faces: ReadonlyMap<number, Face>): string | null
  /** Draws in world units; the stage has set the transform and clears. */
  draw(canvas: CanvasRenderingContext2D, frame: Frame<State>): void
  /** What happened between two drawn frames. */
  cues(before: State, after: State, me: number | null): readonly Cue[]
}

/** A view may remember things of its own (a walk's goal): each stage makes itself a new one. */
export type MakeView<State, Input> = () => View<State, Input>

/** A view whose types only its own folder needs to know. */
export type AnyView = View<unknown, unknown>
