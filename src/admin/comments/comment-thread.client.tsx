'use client'

import { useTranslation } from '@payloadcms/ui'
import { useState } from 'react'
import type { CommentThread, Said } from '@/review'
import { CommentForm } from './comment-form.client'
import type { Commenting } from './use-comments.client'
import { useClock } from '../parts/clock.client'
import { Trouble } from '../parts/trouble'
import { whenInWords } from '../parts/when'
import { countInWords, fill, workWords } from '../words'

type Props = {
  thread: CommentThread
  commenting: Commenting
  /** Shows the passage on the page, where it can be shown. */
  onShow?: ((quote: string) => void) | undefined
}

/** What one colleague said, what others answered, and what can be done with it. */
export function Thread({ thread, commenting, onShow }: Props) {
  const clock = useClock()
  const words = workWords(clock.language).comments
  return (
    <article
      className={`desk-thread${thread.mustFix && !thread.resolved ? ' desk-thread--must' : ''}`}
      data-comment={thread.id}
    >
      <Quote onShow={onShow} thread={thread} />
      <Words said={thread} mark={thread.mustFix ? words.mustFixMark : null} />
      {thread.answers.map((answer) => (
        <div key={answer.id} className="desk-thread__answer">
          <Words mark={null} said={answer} />
        </div>
      ))}
      {thread.resolved ? (
        <p className="desk-thread__resolved">
          {fill(words.resolved, {
            name: thread.resolved.by || words.someone,
            when: whenInWords(thread.resolved.at, clock),
          })}
        </p>
      ) : null}
      <Steps commenting={commenting} thread={thread} />
    </article>
  )
}

type ResolvedProps = { threads: readonly CommentThread[]; commenting: Commenting }

/** What was resolved, folded. */
export function ResolvedThreads({ threads, commenting }: ResolvedProps) {
  const { i18n } = useTranslation()
  if (threads.length === 0) return null
  const words = workWords(i18n.language).comments
  return (
    <details className="desk-comments__resolved">
      <summary>{countInWords(words.resolvedMany, threads.length, i18n.language)}</summary>
      {threads.map((thread) => (
        <Thread key={thread.id} commenting={commenting} thread={thread} />
      ))}
    </details>
  )
}

function Quote({ thread: { passage }, onShow }: Pick<Props, 'thread' | 'onShow'>) {
  const { i18n } = useTranslation()
  const words = workWords(i18n.language).comments
  if (!passage) return null
  if (passage.isGone)
    return (
      <p className="desk-thread__gone" dir="auto">
        {fill(words.gone, { quote: passage.quote })}
      </p>
    )
  return (
    <blockquote className="desk-thread__quote" dir="auto">
      {passage.quote}{' '}
      {onShow && passage.place ? (
        <button className="desk-link" onClick={() => onShow(passage.quote)} type="button">
          {words.show}
        </button>
      ) : null}
    </blockquote>
  )
}

function Words({ said, mark }: { said: Said; mark: string | null }) {
  const clock = useClock()
  const words = workWords(clock.language).comments
  return (
    <>
      <p className="desk-thread__head">
        <strong>{said.isMine ? words.you : said.by || words.someone}</strong>{' '}
        <time dateTime={said.at}>{whenInWords(said.at, clock)}</time>
        {mark ? <span className="desk-thread__mark">{mark}</span> : null}
      </p>
      <p className="desk-thread__text" dir="auto">
        {said.text}
      </p>
    </>
  )
}

function Steps({ thread, commenting }: Pick<Props, 'thread' | 'commenting'>) {
  const { i18n } = useTranslation()
  const words = workWords(i18n.language).comments
  const [isAnswering, setAnswering] = useState(false)
  const [refused, setRefused] = useState<string | null>(null)
  if (!commenting.comments?.units.includes(thread.unit)) return null
  const change = async (verb: 'resolve' | 'reopen'): Promise<void> =>
    setRefused(await commenting.change(thread.id, verb))
  if (isAnswering)
    return (
      <CommentForm
        about={{ unit: thread.unit, answers: thread.id }}
        add={commenting.add}
        label={words.answerLabel}
        name={`answer ${thread.id}`}
        onDone={() => setAnswering(false)}
      />
    )
  return (
    <>
      <p className="desk-thread__steps">
        <button className="desk-link" onClick={() => setAnswering(true)} type="button">
          {words.answer}
        </button>
        {thread.resolved ? (
          <button className="desk-link" onClick={() => void change('reopen')} type="button">
            {words.reopen}
          </button>
        ) : thread.mayResolve ? (
          <button className="desk-link" onClick={() => void change('resolve')} type="button">
            {thread.mustFix ? words.fixed : words.resolve}
          </button>
        ) : (
          <span>{words.notYours}</span>
        )}
      </p>
      <Trouble said={refused === null ? null : refused || words.failed} />
    </>
  )
}
