'use client'

import { Button, useTranslation } from '@payloadcms/ui'
import { useId, useState } from 'react'
import type { NewComment, Passage } from '@/review'
import { useDraftText } from './use-draft-text.client'
import { Trouble } from '../parts/trouble'
import { fill, workWords } from '../words'

type Props = {
  /** Under which what is typed is kept. */
  name: string
  /** What it is about, for whoever does not see where it stands. */
  label: string
  about: Pick<NewComment, 'unit' | 'field' | 'answers'>
  passage?: Passage | null
  onWithoutPassage?: () => void
  add: (comment: NewComment) => Promise<string | null>
  onDone: () => void
}

/** Writes a comment, or an answer to one. No form of its own: it may stand inside the form of the document. */
export function CommentForm({ name, label, about, passage, onWithoutPassage, add, onDone }: Props) {
  const { i18n } = useTranslation()
  const words = workWords(i18n.language).comments
  const isAnswer = about.answers !== undefined
  const [text, setText] = useDraftText(name)
  const [mustFix, setMustFix] = useState(false)
  const end = (): void => {
    setText('')
    onDone()
  }
  const { send, isWorking, refused } = useSending({ add, onSent: end })
  const comment = { ...about, text, ...(passage ? { passage } : {}), ...(mustFix ? { mustFix } : {}) }
  return (
    <div className="desk-comment-form">
      {passage ? <About onWithoutPassage={onWithoutPassage} quote={passage.quote} /> : null}
      <TextBox hint={isAnswer ? words.answerLabel : words.text} {...{ label, text, setText }} />
      {isAnswer ? null : <MustFix isOn={mustFix} label={words.mustFix} set={setMustFix} />}
      <Trouble said={refused === null ? null : refused || words.notSent} />
      <div className="desk-comment-form__buttons">
        <Button
          disabled={isWorking || text.trim() === ''}
          margin={false}
          onClick={() => void send(comment)}
          size="small"
        >
          {isAnswer ? words.sendAnswer : words.send}
        </Button>
        <Button buttonStyle="secondary" margin={false} onClick={end} size="small">
          {words.cancel}
        </Button>
      </div>
    </div>
  )
}

type AboutProps = { quote: string; onWithoutPassage: (() => void) | undefined }

function About({ quote, onWithoutPassage }: AboutProps) {
  const { i18n } = useTranslation()
  const words = workWords(i18n.language).comments
  return (
    <p className="desk-comment-form__about" dir="auto">
      {fill(words.about, { quote })}{' '}
      <button className="desk-link" onClick={onWithoutPassage} type="button">
        {words.wholeField}
      </button>
    </p>
  )
}

type SendingProps = { add: Props['add']; onSent: () => void }

function useSending({ add, onSent }: SendingProps) {
  const [isWorking, setWorking] = useState(false)
  const [refused, setRefused] = useState<string | null>(null)
  const send = async (comment: NewComment): Promise<void> => {
    setWorking(true)
    const reason = await add(comment)
    setWorking(false)
    setRefused(reason)
    if (reason === null) onSent()
  }
  return { send, isWorking, refused }
}

type TextBoxProps = { label: string; hint: string; text: string; setText: (text: string) => void }

function TextBox({ label, hint, text, setText }: TextBoxProps) {
  return (
    <textarea
      aria-label={label}
      // oxlint-disable-next-line jsx-a11y/no-autofocus -- it was opened to write in it
      autoFocus
      dir="auto"
      maxLength={4000}
      onChange={(event) => setText(event.target.value)}
      placeholder={hint}
      rows={3}
      value={text}
    />
  )
}

function MustFix({ isOn, label, set }: { isOn: boolean; label: string; set: (isOn: boolean) => void }) {
  const id = useId()
  return (
    <p className="desk-comment-form__must">
      <input checked={isOn} id={id} onChange={(event) => set(event.target.checked)} type="checkbox" />
      <label htmlFor={id}>{label}</label>
    </p>
  )
}
