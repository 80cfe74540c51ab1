/** What this copy of Romp is, whether there is a newer one, and what explains a problem with it. */

import { Progress } from '@base-ui/react/progress'
import { ClipboardCopy } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useStore } from 'zustand'
import type { Platform } from '../../../platform/platform.ts'
import type { Release, UpdateStage, UpdateState } from '../../../platform/updates.ts'
import { Button } from '../../pieces/button.tsx'
import { usePlatform } from '../../pieces/platform-context.ts'
import { Sheet } from '../../pieces/sheet.tsx'
import { SwitchLine } from '../../pieces/switch-line.tsx'
import { toast } from '../../pieces/toasts.tsx'
import { updates } from '../../session/updates.ts'
import { StageAction } from './stage-action.tsx'
import { automaticWords, stageTitle, stageWords } from './stage-words.ts'
import './about-sheet.css'

export function AboutSheet() {
  const platform = usePlatform()
  const { state, open } = useStore(updates)
  const [refused, setRefused] = useState<string | null>(null)
  const { updates: own } = platform
  useEffect(() => {
    if (open) void own?.examine()
    else setRefused(null)
  }, [open, own])
  if (!own || !state) return null
  const { stage } = state
  return (
    <Sheet
      open={open}
      onClose={() => updates.setState({ open: false })}
      title="About this Romp"
      about={`You play Romp ${state.version}.`}
      actions={
        <>
          <Button icon={<ClipboardCopy />} onClick={() => void copyDiagnostics(platform)}>
            Copy diagnostics
          </Button>
          <StageAction stage={stage} onRefused={setRefused} />
        </>
      }
    >
      <StageCard stage={stage} refused={refused} />
      {stage.at !== 'unsupported' && (
        <SwitchLine
          label="Look for newer ones by itself"
          about={automaticWords(state)}
          on={state.automatic}
          onChange={(on) => void own.setAutomatic(on)}
        />
      )}
      <p className="small quiet">
        Diagnostics explain a problem: versions, networks, and what Romp wrote down. You paste them where you
        want; nothing is sent anywhere.
      </p>
    </Sheet>
  )
}

function StageCard({ stage, refused }: { stage: UpdateState['stage']; refused: string | null }) {
  const words = stageWords(stage)
  const release = releaseIn(stage)
  return (
    <section className="about-card">
      <div aria-live="polite" className="about-words">
        <h3>{stageTitle(stage)}</h3>
        {words && <p className={stage.at === 'failed' ? 'alarm' : 'quiet'}>{words}</p>}
      </div>
      {stage.at === 'fetching' && <Fetched percent={stage.percent} />}
      {refused && (
        <p role="alert" className="alarm">
          {refused}
        </p>
      )}
      {release && release.notes !== '' && <News release={release} />}
    </section>
  )
}

function Fetched({ percent }: { percent: number }) {
  return (
    <Progress.Root className="about-fetched" value={percent} aria-label="Fetched so far">
      <Progress.Track className="about-fetched-track">
        <Progress.Indicator className="about-fetched-done" />
      </Progress.Track>
      <span aria-hidden="true" className="about-fetched-figure">
        {percent} %
      </span>
    </Progress.Root>
  )
}

function News({ release }: { release: Release }) {
  return (
    <div className="about-notes">
      <h4 id="whats-new" className="field-label">
        What’s new
      </h4>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: keys must be able to scroll it */}
      <section tabIndex={0} aria-labelledby="whats-new" className="about-notes-text">
        {release.notes}
      </section>
    </div>
  )
}

function releaseIn(stage: UpdateStage): Release | null {
  return 'release' in stage ? stage.release : null
}

async function copyDiagnostics({ copyDiagnostics: copy }: Platform): Promise<void> {
  const copied = copy !== null && (await copy().catch(() => false))
  toast(copied ? 'Copied. Paste it where somebody can help.' : 'It could not be copied.', 'diagnostics')
}
