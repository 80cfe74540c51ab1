/** A character inside a painted picture: the same outline, colours and eyes as on the stage, as SVG. */

import type { Colour, Shape } from '../../protocol/appearance.ts'
import { useMood } from '../session/comforts.ts'
import { bodyPaint } from '../stage/body.ts'
import { facePlaces, traceBody } from '../stage/silhouette.ts'

export interface FigureProps {
  shape: Shape
  colour: Colour
  /** Its middle, in the picture's units. */
  x: number
  y: number
  radius: number
  /** Where the eyes look, −1 to 1 on both axes. */
  look?: readonly [number, number]
  /** Degrees. */
  lean?: number
  /** False where only the body is wanted, such as a mark on a board. */
  feet?: boolean
}

const dark = '#2b1c22'
const white = '#fffdf6'

export function Figure({ shape, colour, x, y, radius, look = [0, 0], lean = 0, feet = true }: FigureProps) {
  const paint = bodyPaint(colour, useMood())
  const face = facePlaces[shape]
  const [gazeX, gazeY] = look
  return (
    <g transform={`translate(${x} ${y}) rotate(${lean}) scale(${radius})`}>
      <g className="figure">
        {feet &&
          [-0.36, 0.36].map((side) => (
            <ellipse key={side} cx={side} cy="0.98" rx="0.27" ry="0.17" fill={paint.feet} />
          ))}
        <path d={outlineOf(shape)} fill={paint.fill} stroke={paint.rim} strokeWidth="0.13" />
        <ellipse
          cx="-0.4"
          cy="-0.5"
          rx="0.24"
          ry="0.13"
          fill={paint.light}
          opacity="0.6"
          transform="rotate(-38 -0.4 -0.5)"
        />
        {[-face.apart, face.apart].map((side) => (
          <g key={side} transform={`translate(${side + gazeX * 0.07} ${face.y + gazeY * 0.05})`}>
            <ellipse rx="0.22" ry="0.28" fill={white} stroke={dark} strokeWidth="0.045" />
            <ellipse cx={gazeX * 0.09} cy={gazeY * 0.12} rx="0.125" ry="0.15" fill={dark} />
          </g>
        ))}
      </g>
    </g>
  )
}

const outlines = new Map<Shape, string>()

function outlineOf(shape: Shape): string {
  let outline = outlines.get(shape)
  if (outline === undefined) {
    const pen = new SvgPen()
    // An outline needs no more of a path than these three strokes.
    traceBody(pen as unknown as CanvasPath, shape, 1)
    outline = pen.path
    outlines.set(shape, outline)
  }
  return outline
}

class SvgPen implements Pick<CanvasPath, 'moveTo' | 'quadraticCurveTo' | 'closePath'> {
  path = ''

  moveTo(x: number, y: number): void {
    this.path += `M${round(x)} ${round(y)}`
  }

  quadraticCurveTo(cx: number, cy: number, x: number, y: number): void {
    this.path += `Q${round(cx)} ${round(cy)} ${round(x)} ${round(y)}`
  }

  closePath(): void {
    this.path += 'Z'
  }
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000
}
