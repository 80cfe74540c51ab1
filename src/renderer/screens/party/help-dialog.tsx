/** How to play what is on, on each device. */

import { gameById } from '../../../games/index.ts'
import type { Control } from '../../../games/view.ts'
import { viewOf } from '../../../games/views.ts'
import { Sheet } from '../../pieces/sheet.tsx'
import './help.css'

/** What the party screen itself answers to, whatever game is on. */
const always: readonly Control[] = [
  { label: 'Say something', keys: 'Enter', touch: 'the speech bubble', pad: '–' },
  { label: 'Wave, laugh, heart, wow', keys: '1 2 3 4', touch: 'the four buttons', pad: '–' },
  { label: 'Sound on and off', keys: 'M', touch: 'Menu', pad: 'Menu' },
  { label: 'Connection graph', keys: 'F3', touch: 'Menu', pad: 'Menu' },
  { label: 'Menu', keys: '–', touch: 'the three lines', pad: 'Start' },
]

export function HelpDialog({ open, onClose, game }: { open: boolean; onClose(): void; game: string | null }) {
  const rules = game === null ? null : gameById(game)
  const controls = game === null ? [] : (viewOf(game)?.controls ?? [])
  return (
    <Sheet open={open} onClose={onClose} title="How to play" about={rules?.rule} size="wide" reading>
      <table className="controls">
        <thead>
          <tr>
            <th scope="col">What</th>
            <th scope="col">Keys</th>
            <th scope="col">Touch</th>
            <th scope="col">Gamepad</th>
          </tr>
        </thead>
        <tbody>
          {[...controls, ...always].map(({ label, keys, touch, pad }) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              <td data-device="Keys">{keys}</td>
              <td data-device="Touch">{touch}</td>
              <td data-device="Gamepad">{pad}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Sheet>
  )
}
