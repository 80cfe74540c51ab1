/** Choosing who one is: a name, one of twelve colours, one of eight shapes, or whatever the dice say. */

import { Radio } from '@base-ui/react/radio'
import { RadioGroup } from '@base-ui/react/radio-group'
import { Dices } from 'lucide-react'
import { type CSSProperties, type FormEvent, type ReactNode, useId, useRef, useState } from 'react'
import { useStore } from 'zustand'
import { type Appearance, colours, playerName, randomAppearance, shapes } from '../../protocol/appearance.ts'
import { useMedia, useMood } from '../session/comforts.ts'
import { become, me } from '../session/me.ts'
import { playerColours } from '../stage/palette.ts'
import { colourNames, shapeNames } from '../words/names.ts'
import { Button } from './button.tsx'
import { Field } from './field.tsx'
import { Likeness } from './likeness.tsx'
import { Sheet } from './sheet.tsx'
import './appearance-dialog.css'

export function AppearanceDialog({ open, onClose }: { open: boolean; onClose(): void }) {
  const form = useId()
  return (
    <Sheet
      open={open}
      onClose={onClose}
      title="Who are you tonight?"
      size="wide"
      actions={
        <>
          <Button onClick={onClose}>Never mind</Button>
          <Button look="main" type="submit" form={form}>
            That’s me
          </Button>
        </>
      }
    >
      <Wardrobe form={form} onDone={onClose} />
    </Sheet>
  )
}

interface WardrobeProps {
  form: string
  onDone(): void
}

function Wardrobe({ form, onDone }: WardrobeProps) {
  const now = useStore(me, (state) => state.appearance)
  const mood = useMood()
  const narrow = useMedia('(max-width: 40rem)')
  const [draft, setDraft] = useState<Appearance>(now)
  const [complaint, setComplaint] = useState<string | null>(null)
  const typed = useRef(false)

  const wear = (change: Partial<Appearance>) => setDraft((before) => ({ ...before, ...change }))
  const roll = () => {
    // A name somebody typed is theirs; only a name that the dice gave is rolled again.
    const next = randomAppearance(Math.random)
    setDraft((before) => (typed.current ? { ...next, name: before.name } : next))
    setComplaint(null)
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const name = playerName.safeParse(draft.name)
    if (!name.success) {
      setComplaint('A name needs at least one letter. The dice know some, too.')
      return
    }
    become({ ...draft, name: name.data })
    onDone()
  }

  return (
    <form id={form} className="wardrobe" onSubmit={submit}>
      <div className="wardrobe-mirror">
        <Likeness of={draft} size={narrow ? 6.5 : 9} />
        <strong className="wardrobe-name">{draft.name || '…'}</strong>
        <Button icon={<Dices />} onClick={roll}>
          Surprise me
        </Button>
      </div>
      <div className="wardrobe-choices">
        <Field
          label="Name"
          value={draft.name}
          onChange={(name) => {
            typed.current = true
            setComplaint(null)
            wear({ name })
          }}
          maxLength={40}
          complaint={complaint}
          autoComplete="nickname"
        />
        <Choices
          label="Colour"
          chosen={draft.colour}
          all={colours}
          nameOf={(colour) => colourNames[colour]}
          choose={(colour) => wear({ colour })}
          show={(colour) => (
            <i className="swatch" style={{ '--dab': playerColours[mood][colour] } as CSSProperties} />
          )}
        />
        <Choices
          label="Shape"
          chosen={draft.shape}
          all={shapes}
          nameOf={(shape) => shapeNames[shape]}
          choose={(shape) => wear({ shape })}
          show={(shape) => <Likeness of={{ ...draft, shape }} size={2.75} />}
        />
      </div>
    </form>
  )
}

interface ChoicesProps<T extends string> {
  label: string
  chosen: T
  all: readonly T[]
  nameOf(one: T): string
  choose(one: T): void
  show(one: T): ReactNode
}

function Choices<T extends string>({ label, chosen, all, nameOf, choose, show }: ChoicesProps<T>) {
  const id = useId()
  return (
    <div className="choices">
      <span id={id} className="field-label">
        {label}: <b>{nameOf(chosen)}</b>
      </span>
      <RadioGroup
        className={`choices-row ${label.toLowerCase()}s`}
        aria-labelledby={id}
        value={chosen}
        onValueChange={(one) => choose(one as T)}
      >
        {all.map((one) => (
          <Radio.Root key={one} value={one} className="choice" aria-label={nameOf(one)}>
            {show(one)}
            <span className="choice-name" aria-hidden="true">
              {nameOf(one)}
            </span>
          </Radio.Root>
        ))}
      </RadioGroup>
    </div>
  )
}
