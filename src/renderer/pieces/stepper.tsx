/** A small number that goes up and down. */

import { Minus, Plus } from 'lucide-react'
import { IconButton } from './button.tsx'
import './field.css'

export interface StepperProps {
  label: string
  value: number
  min: number
  max: number
  onChange(value: number): void
}

export function Stepper({ label, value, min, max, onChange }: StepperProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out as one line everywhere
    <div className="stepper" role="group" aria-label={label}>
      <span className="field-label">{label}</span>
      <span className="stepper-count">
        <IconButton
          label={`Fewer ${label.toLowerCase()}`}
          icon={<Minus />}
          disabled={value <= min}
          onClick={() => onChange(Math.max(min, value - 1))}
        />
        <output aria-live="polite">{value}</output>
        <IconButton
          label={`More ${label.toLowerCase()}`}
          icon={<Plus />}
          disabled={value >= max}
          onClick={() => onChange(Math.min(max, value + 1))}
        />
      </span>
    </div>
  )
}
