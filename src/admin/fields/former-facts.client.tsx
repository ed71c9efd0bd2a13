'use client'

import {
  Button,
  useDocumentInfo,
  useForm,
  useFormFields,
  useFormProcessing,
  useTranslation,
} from '@payloadcms/ui'
import { useEffect, useState } from 'react'
import { screenWords } from '../words'

// What was said of a file goes when another one is chosen, here and before the eyes of who chooses it: whatever is sent
// with a file is said of it.

type Facts = readonly (readonly [name: string, value: unknown])[]

/**
 * What is chosen now, and whether the form went back to the former file because its server refused the other. `ofFile` names
 * what is said of a file.
 */
type Now = { file: unknown; isRefused: boolean; ofFile: readonly string[] }

/** Says that the facts of the former file were taken out of the form, and puts them back when they are of this one too. */
export function FormerFacts(now: Now) {
  const { i18n } = useTranslation()
  const { taken, putBack } = useFormerFacts(now)
  const isSaving = useFormProcessing()
  const words = screenWords(i18n.language).pictures
  if (taken === null) return null
  return (
    <div className="desk-picture" role="status">
      <p>{words.takenOut}</p>
      <Button buttonStyle="secondary" disabled={isSaving} margin={false} onClick={putBack} size="small">
        {words.putBack}
      </Button>
    </div>
  )
}

/** `taken` is out of the form since `file` was chosen; `written` is what is written into it next. */
type Choice = { file: unknown; taken: Facts | null; written: Facts }

function useFormerFacts({ file, isRefused, ofFile }: Now): { taken: Facts | null; putBack: () => void } {
  const { id } = useDocumentInfo()
  const { getData, setModified } = useForm()
  const dispatch = useFormFields(([, change]) => change)
  const [choice, setChoice] = useState<Choice>({ file: undefined, taken: null, written: [] })
  const { taken, written } = choice
  if (file !== choice.file)
    setChoice(next(choice, { file, isRefused }, id === undefined ? [] : factsIn(getData(), ofFile)))
  useEffect(() => {
    for (const [path, value] of written) dispatch({ type: 'UPDATE', path, value })
  }, [dispatch, written])
  const putBack = () => {
    setModified(true)
    setChoice({ ...choice, taken: null, written: taken ?? [] })
  }
  return { taken, putBack }
}

function next({ taken }: Choice, { file, isRefused }: Omit<Now, 'ofFile'>, facts: Facts): Choice {
  if (file instanceof File)
    return taken || facts.length === 0
      ? { file, taken, written: [] }
      : { file, taken: facts, written: facts.map(([name]) => [name, null]) }
  // A choice is taken back by hand (null) or by a refusal. Once it is saved, what was left out is left out.
  return { file, taken: null, written: file === null || isRefused ? (taken ?? []) : [] }
}

const factsIn = (data: Readonly<Record<string, unknown>>, ofFile: readonly string[]): Facts =>
  ofFile.map((name) => [name, data[name]] as const).filter(([, value]) => Boolean(value))
