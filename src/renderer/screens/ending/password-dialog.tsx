/** The password of a party that has one. */

import { Eye, EyeOff } from 'lucide-react'
import { type FormEvent, useEffect, useId, useRef, useState } from 'react'
import { Button, IconButton } from '../../pieces/button.tsx'
import { Field } from '../../pieces/field.tsx'
import { Sheet } from '../../pieces/sheet.tsx'

export interface PasswordDialogProps {
  party: string | null
  wrong: boolean
  onAnswer(password: string): void
  onGiveUp(): void
}

export function PasswordDialog({ party, wrong, onAnswer, onGiveUp }: PasswordDialogProps) {
  const form = useId()
  const input = useRef<HTMLInputElement>(null)
  const [password, setPassword] = useState('')
  const [shown, setShown] = useState(false)
  const [complaint, setComplaint] = useState<string | null>(null)
  useEffect(
    () => setComplaint(wrong ? 'That was not it. Mind capital letters, and try again.' : null),
    [wrong],
  )

  const answer = (event: FormEvent) => {
    event.preventDefault()
    if (password === '') setComplaint('Write the password first. The host knows it.')
    else onAnswer(password)
  }
  return (
    <Sheet
      open
      onClose={onGiveUp}
      title={party ?? 'This party'}
      about="This party has a password. Ask whoever hosts it."
      size="small"
      first={input}
      actions={
        <>
          <Button onClick={onGiveUp}>Back to lobby</Button>
          <Button look="main" type="submit" form={form}>
            Go in
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={answer}>
        <Field
          ref={input}
          label="Password"
          type={shown ? 'text' : 'password'}
          value={password}
          onChange={(text) => {
            setPassword(text)
            setComplaint(null)
          }}
          complaint={complaint}
          maxLength={200}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          beside={
            <IconButton
              label={shown ? 'Hide the password' : 'Show the password'}
              icon={shown ? <EyeOff /> : <Eye />}
              onClick={() => setShown(!shown)}
            />
          }
        />
      </form>
    </Sheet>
  )
}
