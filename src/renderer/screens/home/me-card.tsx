/** Who I am, ready to play, with a way to be someone else. */

import { Pencil } from 'lucide-react'
import { useState } from 'react'
import { useStore } from 'zustand'
import { AppearanceDialog } from '../../pieces/appearance-dialog.tsx'
import { Button } from '../../pieces/button.tsx'
import { Likeness } from '../../pieces/likeness.tsx'
import { me } from '../../session/me.ts'

export function MeCard() {
  const appearance = useStore(me, (state) => state.appearance)
  const [changing, setChanging] = useState(false)
  return (
    <section className="card me-card" aria-labelledby="me-title">
      <div className="me-spot">
        <Likeness of={appearance} size={4.75} />
      </div>
      <div className="me-words">
        <h2 id="me-title" className="small quiet">
          You are
        </h2>
        <p className="me-name">{appearance.name}</p>
      </div>
      <Button icon={<Pencil />} onClick={() => setChanging(true)}>
        Change
      </Button>
      <AppearanceDialog open={changing} onClose={() => setChanging(false)} />
    </section>
  )
}
