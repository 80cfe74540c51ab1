/** The one button of the sheet about this copy: whatever comes next. */

import { DownloadCloud, ExternalLink, PackageOpen, RefreshCw, Square } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import type { Result } from '../../../platform/platform.ts'
import type { UpdateStage, UpdateState, Updates } from '../../../platform/updates.ts'
import { Button } from '../../pieces/button.tsx'
import { usePlatform } from '../../pieces/platform-context.ts'
import { failureText } from '../../words/failures.ts'
import { sizeWords } from './stage-words.ts'

interface Next {
  label: string
  icon: ReactNode
  main: boolean
  /** Absent while there is nothing to do but wait. */
  act?: () => Promise<Result<UpdateState>>
}

function nextOf(stage: UpdateStage, own: Updates, installing: boolean): Next | null {
  switch (stage.at) {
    case 'unsupported':
      return null
    case 'unknown':
      return { label: 'Look for a newer one', icon: <RefreshCw />, main: true, act: own.check }
    case 'checking':
      return { label: 'Looking…', icon: <RefreshCw />, main: true }
    case 'newest':
      return { label: 'Look again', icon: <RefreshCw />, main: false, act: own.check }
    case 'available': {
      const { bytes } = stage.release
      const label = bytes === null ? 'Get it' : `Get it (${sizeWords(bytes)})`
      return { label, icon: <DownloadCloud />, main: true, act: own.fetch }
    }
    case 'fetching':
      return { label: 'Stop', icon: <Square />, main: false, act: own.cancel }
    case 'ready':
      return installing
        ? { label: 'Restarting…', icon: <PackageOpen />, main: true }
        : { label: 'Restart and install', icon: <PackageOpen />, main: true, act: own.install }
    case 'failed':
      return {
        label: 'Try again',
        icon: <RefreshCw />,
        main: true,
        act: stage.release === null ? own.check : own.fetch,
      }
  }
}

/** It stays the same element from stage to stage, so that whoever pressed it can go on with Enter or A. */
export function StageAction({
  stage,
  onRefused,
}: {
  stage: UpdateStage
  onRefused(why: string | null): void
}) {
  const platform = usePlatform()
  const [installing, setInstalling] = useState(false)
  if (!platform.updates) return null
  if (stage.at === 'unsupported') {
    const { page } = stage
    return page === null ? null : (
      <Button look="main" icon={<ExternalLink />} onClick={() => platform.openExternal(page)}>
        Where newer ones are
      </Button>
    )
  }
  const next = nextOf(stage, platform.updates, installing)
  if (!next) return null
  const press = async () => {
    if (!next.act) return
    onRefused(null)
    setInstalling(stage.at === 'ready')
    const answer = await next.act()
    setInstalling(false)
    if (!answer.ok) onRefused(failureText(answer))
  }
  return (
    <Button
      look={next.main ? 'main' : 'plain'}
      icon={next.icon}
      className="about-action"
      aria-disabled={next.act ? undefined : true}
      onClick={press}
    >
      {next.label}
    </Button>
  )
}
