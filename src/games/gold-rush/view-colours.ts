/** The colours of the gold diggers' valley, in the late afternoon and at dusk, and the signs of the teams. */

import type { Face, Mood, Painter } from '../view.ts'
import { nameOf } from '../view-words.ts'
import type { Rush } from './world.ts'

export interface LandColours {
  readonly earth: string
  readonly earthDark: string
  readonly sand: string
  readonly water: readonly [shallow: string, deep: string]
  readonly foam: string
  readonly plank: readonly [dark: string, middle: string, light: string]
  readonly rock: readonly [dark: string, middle: string, light: string]
  readonly pine: readonly [dark: string, middle: string, light: string]
  readonly shade: string
  readonly hole: string
  readonly gold: readonly [dark: string, middle: string, light: string, gleam: string]
  readonly cloth: readonly [dark: string, middle: string, light: string]
  readonly rim: string
}

export const landColours: Readonly<Record<Mood, LandColours>> = {
  day: {
    earth: '#e0bc70',
    earthDark: '#bd9150',
    sand: '#f0dda2',
    water: ['#86cbc9', '#4d9fb4'],
    foam: '#effbea',
    plank: ['#6f4826', '#a8743c', '#d6a762'],
    rock: ['#7d7567', '#a59c88', '#d0c7ad'],
    pine: ['#3d6a45', '#5b8c4c', '#93b55c'],
    shade: 'rgb(70 52 30 / 0.28)',
    hole: '#33211c',
    gold: ['#a8650f', '#f2b21c', '#ffd95e', '#fff7cf'],
    cloth: ['#6d4f33', '#a57f52', '#cfab78'],
    rim: '#fffaec',
  },
  dusk: {
    earth: '#77695f',
    earthDark: '#514a52',
    sand: '#948571',
    water: ['#3b7488', '#22506f'],
    foam: '#a9d9dd',
    plank: ['#3a2838', '#6b4d49', '#a57a58'],
    rock: ['#39455b', '#58677c', '#8797a3'],
    pine: ['#152b3d', '#22464f', '#3d6a62'],
    shade: 'rgb(12 10 34 / 0.42)',
    hole: '#120d1e',
    gold: ['#8a4d16', '#eba52a', '#ffd267', '#fff3c4'],
    cloth: ['#3f3040', '#735a52', '#a38566'],
    rim: '#fff0d2',
  },
}

/** A sign that is told apart without its colour. */
export type Sign = 'sun' | 'moon' | 'leaf' | 'drop' | 'heart' | 'bolt' | 'ring' | 'cross'
const signs: readonly Sign[] = ['sun', 'moon', 'leaf', 'drop', 'heart', 'bolt', 'ring', 'cross']
const names = ['Suns', 'Moons', 'Leaves', 'Drops']
const colours: Readonly<Record<Mood, readonly string[]>> = {
  day: ['#f0a31c', '#6f5bc4', '#4f9440', '#2f8fc4'],
  dusk: ['#eba433', '#7d6ccd', '#5b9c52', '#3d95c8'],
}

export interface Banner {
  /** Where several gather together: what they are called; else whose base it is. */
  readonly name: string
  readonly sign: Sign
  readonly colour: string
  readonly isTeam: boolean
}

/** Where every team is one player, their colour and name; else the team's own. */
export function bannersOf(
  state: Rush,
  faces: ReadonlyMap<number, Face>,
  paint: Pick<Painter, 'mood' | 'colour'>,
): Banner[] {
  const owners: number[][] = state.teams.map(() => [])
  state.members.forEach((member, seat) => {
    if (member) owners[member.team]?.push(seat)
  })
  const inTeams = isInTeams(state)
  return owners.map((seats, team) => {
    const owner = seats.find((seat) => state.players[seat]) ?? seats[0]
    const sign = signs[team % signs.length] ?? 'sun'
    if (inTeams || owner === undefined) return { ...teamBanner(team, paint.mood), sign }
    const name = seats.length > 1 ? `${nameOf(owner, faces)} & Co.` : nameOf(owner, faces)
    return { name, sign, colour: paint.colour(owner), isTeam: false }
  })
}

/** Whether the match began in teams: there are never more than four, and most have several members. */
export function isInTeams({ members, teams }: Rush): boolean {
  const many = members.reduce((count, member) => (member ? count + 1 : count), 0)
  return teams.length <= 4 && many >= teams.length * 2
}

export function teamName(team: number): string {
  return names[team % names.length] ?? 'Suns'
}

function teamBanner(team: number, mood: Mood): Omit<Banner, 'sign'> {
  return { name: teamName(team), colour: colours[mood][team % 4] ?? '#f0a31c', isTeam: true }
}

/** The sign within a circle of radius 1 around the origin, as one path to fill. */
export function traceSign(canvas: CanvasRenderingContext2D, sign: Sign): void {
  canvas.beginPath()
  switch (sign) {
    case 'sun':
      for (let i = 0; i < 16; i++) {
        const reach = i % 2 ? 0.62 : 1
        const angle = (i / 16) * 2 * Math.PI
        canvas.lineTo(Math.cos(angle) * reach, Math.sin(angle) * reach)
      }
      break
    case 'moon':
      canvas.arc(0, 0, 0.95, 0.9, 0.9 + Math.PI * 1.25)
      canvas.quadraticCurveTo(-0.05, -0.25, 0.59, 0.74)
      break
    case 'leaf':
      canvas.moveTo(-0.8, 0.8)
      canvas.quadraticCurveTo(-1, -0.75, 0.85, -0.85)
      canvas.quadraticCurveTo(0.85, 0.85, -0.8, 0.8)
      break
    case 'drop':
      canvas.moveTo(0, -1)
      canvas.bezierCurveTo(0.4, -0.4, 0.75, -0.05, 0.75, 0.35)
      canvas.arc(0, 0.32, 0.72, 0, Math.PI)
      canvas.bezierCurveTo(-0.75, -0.05, -0.4, -0.4, 0, -1)
      break
    case 'heart':
      canvas.moveTo(0, 0.9)
      canvas.bezierCurveTo(-1.5, -0.1, -0.8, -1.2, 0, -0.4)
      canvas.bezierCurveTo(0.8, -1.2, 1.5, -0.1, 0, 0.9)
      break
    case 'bolt':
      canvas.moveTo(0.25, -1)
      canvas.lineTo(-0.65, 0.15)
      canvas.lineTo(-0.05, 0.15)
      canvas.lineTo(-0.3, 1)
      canvas.lineTo(0.65, -0.25)
      canvas.lineTo(0.05, -0.25)
      break
    case 'ring':
      canvas.arc(0, 0, 0.9, 0, 2 * Math.PI)
      canvas.moveTo(0.42, 0)
      canvas.arc(0, 0, 0.42, 0, 2 * Math.PI, true)
      break
    case 'cross':
      canvas.rect(-0.95, -0.32, 1.9, 0.64)
      canvas.rect(-0.32, -0.95, 0.64, 0.63)
      canvas.rect(-0.32, 0.32, 0.64, 0.63)
      break
  }
  canvas.closePath()
}
