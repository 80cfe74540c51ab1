/** The choices of light and sound. */

import { Slider } from '@base-ui/react/slider'
import { Lamp, Sun, SunMoon, Volume2, VolumeX } from 'lucide-react'
import { useStore } from 'zustand'
import { type Comforts, comforts, toggleMute } from '../session/comforts.ts'
import { playSound } from '../stage/sounds.ts'
import { IconButton } from './button.tsx'
import './comfort-fields.css'

const moods = [
  { mood: 'auto', name: 'Like my device', icon: <SunMoon /> },
  { mood: 'day', name: 'Afternoon', icon: <Sun /> },
  { mood: 'dusk', name: 'Dusk', icon: <Lamp /> },
] as const satisfies readonly { mood: Comforts['mood']; name: string; icon: unknown }[]

export function MoodChoice() {
  const chosen = useStore(comforts, (state) => state.mood)
  return (
    <fieldset className="mood-choice">
      <legend className="field-label">Light</legend>
      {moods.map(({ mood, name, icon }) => (
        <label key={mood} className="mood-card">
          <input
            type="radio"
            name="mood"
            className="unseen"
            checked={chosen === mood}
            onChange={() => comforts.setState({ mood })}
          />
          {icon}
          <span>{name}</span>
        </label>
      ))}
    </fieldset>
  )
}

export function MuteButton() {
  const muted = useStore(comforts, (state) => state.muted || state.volume === 0)
  return (
    <IconButton
      label={muted ? 'Sound on' : 'Sound off'}
      hotkey="M"
      icon={muted ? <VolumeX /> : <Volume2 />}
      onClick={toggleMute}
    />
  )
}

export function VolumeSlider() {
  const { volume, muted } = useStore(comforts)
  return (
    <Slider.Root
      className="volume"
      value={muted ? 0 : Math.round(volume * 100)}
      onValueChange={(value) => comforts.setState({ volume: value / 100, muted: false })}
      onValueCommitted={() => playSound('bump')}
    >
      <Slider.Label className="field-label">Sound</Slider.Label>
      <span className="volume-line">
        <MuteButton />
        <Slider.Control className="volume-control">
          <Slider.Track className="volume-track">
            <Slider.Indicator className="volume-filled" />
            <Slider.Thumb className="volume-thumb" aria-label="Sound volume" />
          </Slider.Track>
        </Slider.Control>
        <Slider.Value className="volume-value" />
      </span>
    </Slider.Root>
  )
}
