/** A dialog: a card in the middle of a wide screen, a sheet from below on a phone. */

import { Dialog } from '@base-ui/react/dialog'
import { X } from 'lucide-react'
import { type ReactNode, type RefObject, useRef } from 'react'
import { IconButton } from './button.tsx'
import './sheet.css'

export interface SheetProps {
  open: boolean
  onClose(): void
  title: string
  /** One sentence under the title. */
  about?: ReactNode
  children?: ReactNode
  /** What stands at the end, the likeliest button last. */
  actions?: ReactNode
  size?: 'small' | 'medium' | 'wide' | 'huge'
  /** True where there is only text: keys must then be able to scroll it. */
  reading?: boolean
  /** What is focused at first; the card itself where absent, so that it is read from its title on. */
  first?: RefObject<HTMLElement | null>
}

export function Sheet({
  open,
  onClose,
  title,
  about,
  children,
  actions,
  size = 'medium',
  reading = false,
  first,
}: SheetProps) {
  const card = useRef<HTMLDivElement>(null)
  return (
    <Dialog.Root open={open} onOpenChange={(next) => !next && onClose()}>
      <Dialog.Portal>
        <Dialog.Backdrop className="sheet-veil" />
        <Dialog.Viewport className="sheet-place">
          <Dialog.Popup className={`sheet ${size}`} ref={card} initialFocus={first ?? card}>
            <header className="sheet-head">
              <Dialog.Title className="sheet-title">{title}</Dialog.Title>
              <Dialog.Close render={<IconButton label="Close" icon={<X />} tip={false} />} />
            </header>
            <div className="sheet-body" {...(reading ? { tabIndex: 0 } : {})}>
              {about && <Dialog.Description className="quiet">{about}</Dialog.Description>}
              {children}
            </div>
            {actions && <footer className="sheet-actions">{actions}</footer>}
          </Dialog.Popup>
        </Dialog.Viewport>
      </Dialog.Portal>
    </Dialog.Root>
  )
}
