'use client'

import { Button, useTranslation } from '@payloadcms/ui'
import { useState } from 'react'
import type { AnswerError, PageWarning, Row } from '@/intake'
import type { Choice } from '../fields/choices'
import { ImportQuestions } from './import-questions.client'
import type { ImportReading } from './import-types'
import { sayValue } from './import-values'
import { fill, screenWords } from '../words'

type Props = {
  reading: ImportReading
  countries: readonly Choice[]
  problem: string | null
  isBusy: boolean
  confirm: (answers: Record<string, unknown>) => void
  restart: () => void
}

/** What was understood beside the page's own lines, and what the page does not say. */
export function ImportCheck({ reading, countries, problem, isBusy, confirm, restart }: Props) {
  const { i18n } = useTranslation()
  const words = screenWords(i18n.language).intake
  const [asked] = useState(reading.questions)
  // An answer can raise new questions; those that were answered stay on the screen.
  const fresh = reading.questions.filter((question) => !asked.some((one) => one.id === question.id))
  const gone = new Set((reading.mistakes ?? []).filter(isGone).map((mistake) => mistake.id))
  const kept = asked.filter((question) => !gone.has(question.id))
  return (
    <>
      {problem ? (
        <p className="desk-import__problem" role="alert">
          {problem}
        </p>
      ) : null}
      <Understood rows={reading.rows} />
      <Warnings warnings={reading.warnings} />
      <ImportQuestions
        countries={countries}
        isBusy={isBusy}
        lines={reading.lines}
        mistakes={reading.mistakes ?? []}
        onAnswer={confirm}
        questions={[...kept, ...fresh]}
      >
        <StartAgain isBusy={isBusy} restart={restart} />
      </ImportQuestions>
      <details className="desk-import__page">
        <summary>{words.fullText}</summary>
        <ol>
          {reading.lines.map(({ number, text }) => (
            <li dir="auto" key={number} value={number}>
              {text}
            </li>
          ))}
        </ol>
      </details>
    </>
  )
}

/** Asks first: what was answered is kept nowhere else. */
function StartAgain({ isBusy, restart }: { isBusy: boolean; restart: () => void }) {
  const { i18n } = useTranslation()
  const words = screenWords(i18n.language).intake
  const [isAsking, setAsking] = useState(false)
  const button = { buttonStyle: 'secondary', disabled: isBusy, margin: false, type: 'button' } as const
  if (!isAsking) {
    return (
      <Button {...button} onClick={() => setAsking(true)}>
        {words.again}
      </Button>
    )
  }
  return (
    <div className="desk-import__sure" role="alert">
      <p>{words.againSure}</p>
      <Button {...button} onClick={restart}>
        {words.againYes}
      </Button>
      <Button {...button} onClick={() => setAsking(false)}>
        {words.againNo}
      </Button>
    </div>
  )
}

// Another answer can make a question needless; its answer is then refused and simply not sent again.
const isGone = ({ kind }: AnswerError): boolean => kind === 'not-asked'

function Understood({ rows }: { rows: readonly Row[] }) {
  const { i18n } = useTranslation()
  const words = screenWords(i18n.language).intake
  return (
    <section>
      <h2>{words.understood}</h2>
      <p className="desk-panel__help">{words.understoodHelp}</p>
      <div className="desk-import__table">
        <table>
          <thead>
            <tr>
              <th>{words.what}</th>
              <th>{words.value}</th>
              <th>{words.source}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <RowLine key={`${row.path}/${row.from}/${row.value}`} row={row} />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}

function RowLine({ row }: { row: Row }) {
  const { i18n } = useTranslation()
  const words = screenWords(i18n.language).intake
  const place = fill(row.to > row.from ? words.linesTo : words.lines, { from: row.from, to: row.to })
  return (
    <tr className={`desk-row--${row.confidence}`}>
      <th scope="row">
        {row.label}
        {row.confidence === 'sure' ? null : <span className="desk-row__mark">{words[row.confidence]}</span>}
      </th>
      <td dir="auto">
        {sayValue(row, i18n.language)}
        {row.note ? <p className="desk-row__note">{row.note}</p> : null}
      </td>
      <td className="desk-row__source" dir="auto">
        {row.source}
        {row.from > 0 ? <span className="desk-row__place">{place}</span> : null}
      </td>
    </tr>
  )
}

function Warnings({ warnings }: { warnings: readonly PageWarning[] }) {
  const { i18n } = useTranslation()
  const words = screenWords(i18n.language).intake
  if (warnings.length === 0) return null
  return (
    <section>
      <h2>{words.warnings}</h2>
      <ul className="desk-import__warnings">
        {warnings.map(({ message }) => (
          <li key={message}>{message}</li>
        ))}
      </ul>
    </section>
  )
}
