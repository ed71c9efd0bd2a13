'use client'

import { Link, useConfig, useDocumentInfo, useLocale, useTranslation } from '@payloadcms/ui'
import { useState } from 'react'
import type { CommentThread } from '@/review'
import { CommentForm } from './comment-form.client'
import { ResolvedThreads, Thread } from './comment-thread.client'
import { unitTitle } from '../units/say-units'
import { useCommentsOf, type Commenting } from './use-comments.client'
import { useDraftText } from './use-draft-text.client'
import { countInWords, fill, workWords } from '../words'

/** Beside a document: what colleagues say about the language on screen and the shared facts, by field. */
export function CommentsPanel() {
  const { id, collectionSlug } = useDocumentInfo()
  const { i18n } = useTranslation()
  const commenting = useCommentsOf({ collection: collectionSlug, id })
  const words = workWords(i18n.language).comments
  if (id === undefined) return null
  return (
    <section aria-label={words.title} className="desk-panel desk-comments">
      <h3 className="desk-panel__title">{words.title}</h3>
      {commenting.comments ? (
        <Open commenting={commenting} />
      ) : (
        <p className="desk-panel__help">{commenting.hasFailed ? words.failed : words.loading}</p>
      )}
    </section>
  )
}

function Open({ commenting }: { commenting: Commenting }) {
  const { i18n } = useTranslation()
  const { code } = useLocale()
  const words = workWords(i18n.language).comments
  const { threads = [], units = [] } = commenting.comments ?? {}
  const here = [code, 'shared']
  const open = threads.filter(({ resolved }) => resolved === null)
  const elsewhere = open.filter(({ unit }) => !here.includes(unit)).length
  const groups = here.flatMap((unit) => groupsOf(open.filter((thread) => thread.unit === unit)))
  const resolved = threads.filter((thread) => thread.resolved !== null && here.includes(thread.unit))
  return (
    <>
      {groups.length === 0 ? <p className="desk-panel__help">{words.none}</p> : null}
      {groups.map((group) => (
        <Group key={`${group[0]?.unit} ${group[0]?.field}`} commenting={commenting} threads={group} />
      ))}
      {elsewhere > 0 ? (
        <p className="desk-panel__help">{countInWords(words.elsewhere, elsewhere, i18n.language)}</p>
      ) : null}
      <ResolvedThreads commenting={commenting} threads={resolved} />
      {here
        .filter((unit) => units.includes(unit))
        .map((unit) => (
          <WholeUnit key={unit} commenting={commenting} unit={unit} />
        ))}
      <ReadingHint commenting={commenting} />
    </>
  )
}

/** Of one unit, by field, in the order in which they were begun. */
function groupsOf(threads: readonly CommentThread[]): CommentThread[][] {
  const groups = new Map<string | null, CommentThread[]>()
  for (const thread of threads) groups.set(thread.field, [...(groups.get(thread.field) ?? []), thread])
  return [...groups.values()]
}

type GroupProps = { threads: readonly CommentThread[]; commenting: Commenting }

function Group({ threads, commenting }: GroupProps) {
  const { i18n } = useTranslation()
  const [first] = threads
  if (!first) return null
  const field = first.fieldName ?? workWords(i18n.language).comments.wholeUnit
  return (
    <div className="desk-comments__group">
      <h4>
        {unitTitle(first.unit, i18n.language)} › {field}
      </h4>
      {threads.map((thread) => (
        <Thread key={thread.id} commenting={commenting} thread={thread} />
      ))}
    </div>
  )
}

function WholeUnit({ unit, commenting }: { unit: string; commenting: Commenting }) {
  const { i18n } = useTranslation()
  const name = `${commenting.collection}/${commenting.id} ${unit}`
  const [draft] = useDraftText(name)
  const [isOpen, setOpen] = useState(draft !== '')
  const label = fill(workWords(i18n.language).comments.label, { what: unitTitle(unit, i18n.language) })
  if (!isOpen)
    return (
      <button className="desk-link" onClick={() => setOpen(true)} type="button">
        {label}
      </button>
    )
  return (
    <div>
      <h4>{label}</h4>
      <CommentForm
        about={{ unit }}
        add={commenting.add}
        label={label}
        name={name}
        onDone={() => setOpen(false)}
      />
    </div>
  )
}

function ReadingHint({ commenting }: { commenting: Commenting }) {
  const { i18n } = useTranslation()
  const { code } = useLocale()
  const { config } = useConfig()
  const path = `${config.routes.admin}/review/${commenting.collection}/${commenting.id}?locale=${code}`
  return (
    <p className="desk-panel__help">
      <Link href={path}>{workWords(i18n.language).comments.hint}</Link>
    </p>
  )
}
