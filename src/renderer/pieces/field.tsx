/** One thing to write, with its name above, and what is wrong with it below. */

import { type ComponentProps, type ReactNode, useId } from 'react'
import './field.css'

export interface FieldProps extends Omit<ComponentProps<'input'>, 'onChange' | 'value'> {
  label: string
  value: string
  onChange(value: string): void
  complaint?: string | null
  hint?: string
  /** Something that stands in the same line, such as a button. */
  beside?: ReactNode
}

export function Field({ label, value, onChange, complaint, hint, beside, ...rest }: FieldProps) {
  const id = useId()
  const words = complaint ?? hint
  return (
    <div className="field">
      <label className="field-label" htmlFor={id}>
        {label}
      </label>
      <div className="field-line">
        <input
          {...rest}
          id={id}
          className="field-input"
          value={value}
          onChange={(event) => onChange(event.target.value)}
          aria-invalid={complaint ? true : undefined}
          aria-describedby={words ? `${id}-words` : undefined}
        />
        {beside}
      </div>
      <p
        id={`${id}-words`}
        className={`small ${complaint ? 'alarm' : 'quiet'}`}
        aria-live="polite"
        hidden={!words}
      >
        {words}
      </p>
    </div>
  )
}
