'use client'

import { Button, useDocumentInfo, useForm, useFormFields, useTranslation } from '@payloadcms/ui'
import { useEffect, useState } from 'react'
import { screenWords } from '../words'

// What was said of a file goes when another one is chosen, here and before the eyes of who chooses it: whatever is sent
// with a file is said of it.

const ofFile = [
  'credit',
  'creator',
  'copyrightNotice',
  'usageTerms',
  'freeEditorialUseUntil',
  'source',
  'taken',
] as const
type Facts = readonly (readonly [name: string, value: unknown])[]

/** Says that the facts of the former file were taken out of the form, and puts them back when they are of this one too. */
export function FormerFacts() {
  const { i18n } = useTranslation()
  const { taken, putBack } = useFormerFacts()
  const words = screenWords(i18n.language).pictures
  if (taken === null) return null
  return (
    <div className="desk-picture" role="status">
      <p>{words.takenOut}</p>
      <Button buttonStyle="secondary" margin={false} onClick={putBack} size="small">
        {words.putBack}
      </Button>
    </div>
  )
}

/** `taken` is out of the form since `file` was chosen; `written` is what is written into it next. */
type Choice = { file: unknown; taken: Facts | null; written: Facts }

function useFormerFacts(): { taken: Facts | null; putBack: () => void } {
  const { id } = useDocumentInfo()
  const { getData } = useForm()
  const file = useFormFields(([fields]) => fields['file']?.value)
  const dispatch = useFormFields(([, change]) => change)
  const [choice, setChoice] = useState<Choice>({ file: undefined, taken: null, written: [] })
  const { taken, written } = choice
  if (file !== choice.file) setChoice(chosen(choice, file, id === undefined ? [] : factsIn(getData())))
  useEffect(() => {
    for (const [path, value] of written) dispatch({ type: 'UPDATE', path, value })
  }, [dispatch, written])
  return { taken, putBack: () => setChoice({ ...choice, taken: null, written: taken ?? [] }) }
}

function chosen({ taken }: Choice, file: unknown, facts: Facts): Choice {
  if (file instanceof File)
    return taken || facts.length === 0
      ? { file, taken, written: [] }
      : { file, taken: facts, written: facts.map(([name]) => [name, null]) }
  // The framework says null when a choice is taken back, and nothing once it is saved.
  return { file, taken: null, written: file === null ? (taken ?? []) : [] }
}

const factsIn = (data: Readonly<Record<string, unknown>>): Facts =>
  ofFile.map((name) => [name, data[name]] as const).filter(([, value]) => Boolean(value))
