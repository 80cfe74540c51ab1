/** Buttons like wooden toys: they have an edge, and go down when pressed. */

import { Tooltip } from '@base-ui/react/tooltip'
import type { ComponentProps, ReactElement, ReactNode } from 'react'
import './button.css'

type Look = 'main' | 'plain' | 'danger'

export interface ButtonProps extends ComponentProps<'button'> {
  look?: Look
  big?: boolean
  icon?: ReactNode
}

export function Button({ look = 'plain', big = false, icon, children, className, ...rest }: ButtonProps) {
  return (
    <button type="button" {...rest} className={`button ${look} ${big ? 'big' : ''} ${className ?? ''}`}>
      {icon}
      <span>{children}</span>
    </button>
  )
}

export interface IconButtonProps extends ComponentProps<'button'> {
  label: string
  /** The key that does the same, shown in the tip. */
  hotkey?: string
  icon: ReactNode
  /** False where the picture says it all, and a tip would take the Escape key from what is around it. */
  tip?: boolean
}

/** A round button with a picture; its name is read aloud, and shown to whoever points at it. */
export function IconButton({
  label,
  hotkey,
  icon,
  tip = true,
  className,
  children,
  ...rest
}: IconButtonProps) {
  const button = (
    <button
      type="button"
      aria-label={label}
      aria-keyshortcuts={hotkey}
      {...rest}
      className={`icon-button ${className ?? ''}`}
    >
      {icon}
      {children}
    </button>
  )
  return tip ? <Tip text={hotkey ? `${label} (${hotkey})` : label}>{button}</Tip> : button
}

export function Tip({ text, children }: { text: string; children: ReactElement }) {
  return (
    <Tooltip.Root>
      <Tooltip.Trigger render={children} />
      <Tooltip.Portal>
        <Tooltip.Positioner sideOffset={8} className="tip-place">
          <Tooltip.Popup className="tip">{text}</Tooltip.Popup>
        </Tooltip.Positioner>
      </Tooltip.Portal>
    </Tooltip.Root>
  )
}
