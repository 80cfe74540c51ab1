/** Light and sound, as the player likes them. */

import { MoodChoice, VolumeSlider } from '../../pieces/comfort-fields.tsx'
import { Sheet } from '../../pieces/sheet.tsx'

export function ComfortDialog({ open, onClose }: { open: boolean; onClose(): void }) {
  return (
    <Sheet open={open} onClose={onClose} title="Light and sound">
      <VolumeSlider />
      <MoodChoice />
    </Sheet>
  )
}
