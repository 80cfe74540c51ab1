/** One button that turns afternoon into dusk and back. */

import { Lamp, Sun } from 'lucide-react'
import { comforts, useMood } from '../session/comforts.ts'
import { IconButton } from './button.tsx'

export function MoodButton() {
  const mood = useMood()
  const next = mood === 'day' ? 'dusk' : 'day'
  return (
    <IconButton
      label={next === 'dusk' ? 'Let it be dusk' : 'Let it be afternoon'}
      icon={mood === 'day' ? <Lamp /> : <Sun />}
      onClick={() => comforts.setState({ mood: next })}
    />
  )
}
