/** The evening's table, for everyone at any time; and a copy of it to keep. */

import { FileJson, ImageDown } from 'lucide-react'
import { useState } from 'react'
import type { Party } from '../../../client/party.ts'
import { Button } from '../../pieces/button.tsx'
import { Likeness } from '../../pieces/likeness.tsx'
import { Sheet } from '../../pieces/sheet.tsx'
import { toast } from '../../pieces/toasts.tsx'
import { useMood } from '../../session/comforts.ts'
import { namesWords } from '../../words/evening.ts'
import { gameTitle } from '../../words/names.ts'
import { type RankedStanding, ranked } from '../../words/standing.ts'
import { HandicapSwitch } from './handicap-switch.tsx'
import { fileName, keepFile, standingsFile } from './standings-file.ts'
import { paintStandings } from './standings-picture.ts'
import { useEvening } from './use-evening.ts'
import './standings.css'

export function StandingsSheet({ party, open, onClose }: { party: Party; open: boolean; onClose(): void }) {
  const now = useEvening(party)
  const mood = useMood()
  const [busy, setBusy] = useState(false)
  const evening = now?.evening
  const table = ranked(evening?.standings ?? [])
  const played = evening?.played ?? []
  const name = now?.state.room?.name ?? 'Romp'

  const savePicture = async () => {
    setBusy(true)
    const date = new Date()
    const picture = await paintStandings({
      party: name,
      date,
      table,
      played: played.length,
      mood,
    }).catch(() => null)
    setBusy(false)
    const file = fileName(name, date, 'png')
    if (picture) keepFile(picture, file)
    toast(
      picture ? `${file} goes to your downloads.` : 'The picture could not be painted. Try the file.',
      'save',
    )
  }
  const saveFile = () => {
    const date = new Date()
    const file = fileName(name, date, 'json')
    const json = standingsFile({ party: name, date, played, table })
    keepFile(new Blob([json], { type: 'application/json' }), file)
    toast(`${file} goes to your downloads.`, 'save')
  }
  const isEmpty = table.length === 0
  return (
    <Sheet
      open={open}
      onClose={onClose}
      title="Standings"
      size="wide"
      reading
      about={
        isEmpty
          ? 'Nothing was played to its end yet. The first game opens the table.'
          : gamesWords(played.length)
      }
      actions={
        <>
          <Button icon={<FileJson />} onClick={saveFile} disabled={isEmpty}>
            Save as file
          </Button>
          <Button icon={<ImageDown />} onClick={savePicture} disabled={isEmpty || busy}>
            Save as picture
          </Button>
        </>
      }
    >
      {!isEmpty && <Table rows={table} seat={now?.state.seat ?? null} />}
      {played.length > 0 && (
        <details className="standings-played">
          <summary>What was played</summary>
          <ol>
            {played.map(({ game, winners }, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: what was played stays where it is
              <li key={i}>
                <b>{gameTitle(game)}</b>
                <span className="quiet">{namesWords(winners)}</span>
              </li>
            ))}
          </ol>
        </details>
      )}
      {now?.isOperator && <HandicapSwitch party={party} />}
      {!now?.isOperator && evening?.handicap && (
        <p className="small quiet">Whoever is behind earns up to half more points for the same place.</p>
      )}
    </Sheet>
  )
}

function gamesWords(count: number): string {
  return count === 1 ? 'One game so far.' : `${count} games so far.`
}

function Table({ rows, seat }: { rows: readonly RankedStanding[]; seat: number | null }) {
  return (
    <table className="standings">
      <thead>
        <tr>
          <th scope="col">
            <span className="unseen">Place</span>
          </th>
          <th scope="col">Name</th>
          <th scope="col">Points</th>
          <th scope="col">Wins</th>
          <th scope="col">Played</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr
            key={`${row.seat} ${row.name} ${row.rank}`}
            className={row.seat !== null && row.seat === seat ? 'mine' : ''}
            data-rank={row.rank}
          >
            <td className="place-cell" data-rank={row.rank}>
              <span className="place-rank">{row.rank}</span>
            </td>
            <th scope="row">
              <span className="standings-who">
                <span className={row.seat === null ? 'roster-dropped' : ''}>
                  <Likeness of={row} size={2.5} asleep={row.seat === null} />
                </span>
                <span className="place-name">
                  {row.name}
                  {row.seat !== null && row.seat === seat && <span className="roster-badge">you</span>}
                  {row.bot && <span className="roster-badge">bot</span>}
                  {row.seat === null && <span className="roster-badge">left</span>}
                </span>
              </span>
            </th>
            <td className="standings-points">{row.points}</td>
            <td>{row.wins}</td>
            <td>{row.played}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
