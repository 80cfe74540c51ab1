/** Short words that come by and go again: what could not be done, what was. */

import { Toast } from '@base-ui/react/toast'
import { X } from 'lucide-react'
import { IconButton } from './button.tsx'
import './toasts.css'

export const toasts = Toast.createToastManager()

/** The same `id` again replaces the words, so that a hasty finger does not pile them up. */
export function toast(text: string, id?: string): void {
  toasts.add({ description: text, timeout: 4500, ...(id === undefined ? {} : { id }) })
}

export function ToastShelf() {
  return (
    <Toast.Portal>
      <Toast.Viewport className="toast-shelf">
        <ToastList />
      </Toast.Viewport>
    </Toast.Portal>
  )
}

function ToastList() {
  const { toasts: shown } = Toast.useToastManager()
  return shown.map((one) => (
    <Toast.Root
      key={one.id}
      toast={one}
      className="toast"
      aria-label="Notice"
      swipeDirection={['up', 'left', 'right']}
    >
      <Toast.Content className="toast-content">
        <Toast.Description className="toast-text" />
        <Toast.Close render={<IconButton label="Dismiss" icon={<X />} tip={false} />} />
      </Toast.Content>
    </Toast.Root>
  ))
}
