/** Something that is on or off, with a sentence on what it does. */

import { Switch } from '@base-ui/react/switch'
import { useId } from 'react'
import './switch-line.css'

export interface SwitchLineProps {
  label: string
  about: string
  on: boolean
  onChange(on: boolean): void
}

export function SwitchLine({ label, about, on, onChange }: SwitchLineProps) {
  const id = useId()
  return (
    <div className="switch-line">
      <span className="switch-words">
        <span id={id} className="field-label">
          {label}
        </span>
        <span id={`${id}-about`} className="small quiet">
          {about}
        </span>
      </span>
      <Switch.Root
        className="switch"
        checked={on}
        onCheckedChange={onChange}
        aria-labelledby={id}
        aria-describedby={`${id}-about`}
      >
        <Switch.Thumb className="switch-thumb" />
      </Switch.Root>
    </div>
  )
}
