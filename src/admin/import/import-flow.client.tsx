'use client'

import { Button, Link, useTranslation } from '@payloadcms/ui'
import type { Choice } from '../fields/choices'
import { ImportCheck } from './import-check.client'
import { ImportSource } from './import-source.client'
import type { ImportedDocument, ImportReport } from './import-types'
import { useImport } from './use-import.client'
import { collectionWords, screenWords, type Language } from '../words'

type Props = { admin: string; countries: readonly Choice[] }

/** Choose a page, check what was understood, see what was saved. */
export function ImportFlow({ admin, countries }: Props) {
  const { i18n } = useTranslation()
  const words = screenWords(i18n.language).intake
  const { step, isBusy, read, confirm, restart } = useImport(words)
  if (step.name === 'done') return <Done admin={admin} report={step.report} restart={restart} />
  if (step.name === 'choose') return <ImportSource isBusy={isBusy} problem={step.problem} read={read} />
  return (
    <ImportCheck
      confirm={(answers) => void confirm(step.sent, answers)}
      countries={countries}
      isBusy={isBusy}
      problem={step.problem}
      reading={step.reading}
      restart={restart}
    />
  )
}

function Done({ admin, report, restart }: { admin: string; report: ImportReport; restart: () => void }) {
  const { i18n } = useTranslation()
  const words = screenWords(i18n.language).intake
  return (
    <section aria-live="polite" className="desk-import__done">
      <h2>{words.doneTitle}</h2>
      <p>{words.doneHelp}</p>
      <Documents admin={admin} documents={report.created} title={words.created} />
      <Documents admin={admin} documents={report.reused} title={words.reused} />
      <Button buttonStyle="secondary" onClick={restart}>
        {words.another}
      </Button>
    </section>
  )
}

type DocumentsProps = { admin: string; title: string; documents: readonly ImportedDocument[] }

function Documents({ admin, title, documents }: DocumentsProps) {
  const { i18n } = useTranslation()
  if (documents.length === 0) return null
  const kindOf = (collection: string): string =>
    collectionWords[i18n.language as Language]?.[collection]?.one ?? ''
  return (
    <div className="desk-list">
      <h3>{title}</h3>
      <ul>
        {documents.map(({ collection, id, title: name }) => (
          <li key={id}>
            <Link className="desk-list__row" href={`${admin}/collections/${collection}/${id}`}>
              <span className="desk-list__title" dir="auto">
                {name}
              </span>
              <span className="desk-list__kind">{kindOf(collection)}</span>
            </Link>
          </li>
        ))}
      </ul>
    </div>
  )
}
