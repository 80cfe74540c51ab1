/** A few choices in one row, of which one holds. */

import { Radio } from '@base-ui/react/radio'
import { RadioGroup } from '@base-ui/react/radio-group'
import { useId } from 'react'
import './segments.css'

export interface SegmentsProps<T extends string | number> {
  label: string
  value: T
  choices: readonly { readonly value: T; readonly label: string }[]
  onChange(value: T): void
}

export function Segments<T extends string | number>({ label, value, choices, onChange }: SegmentsProps<T>) {
  const id = useId()
  return (
    <div className="segments">
      <span id={id} className="field-label">
        {label}
      </span>
      <RadioGroup
        className="segments-row"
        aria-labelledby={id}
        value={value}
        onValueChange={(next) => onChange(next as T)}
      >
        {choices.map((choice) => (
          <Radio.Root key={choice.value} value={choice.value} className="segment">
            {choice.label}
          </Radio.Root>
        ))}
      </RadioGroup>
    </div>
  )
}
