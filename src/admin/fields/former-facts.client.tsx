'use client'

import { Button, useDocumentInfo, useForm, useFormFields, useTranslation } from '@payloadcms/ui'
import { useEffect, useRef, useState } from 'react'
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

function useFormerFacts(): { taken: Facts | null; putBack: () => void } {
  const { getData } = useForm()
  const file = useFormFields(([fields]) => fields['file']?.value)
  const { id } = useDocumentInfo()
  const dispatch = useFormFields(([, change]) => change)
  const [taken, setTaken] = useState<Facts | null>(null)
  const seen = useRef<unknown>(undefined)
  const write = (facts: Facts): void => {
    for (const [path, value] of facts) dispatch({ type: 'UPDATE', path, value })
  }
  const putBack = (): void => {
    if (taken) write(taken)
    setTaken(null)
  }
  const takeOut = (): void => {
    if (id === undefined || taken !== null) return
    const facts = factsIn(getData())
    write(facts.map(([name]) => [name, null]))
    setTaken(facts.length > 0 ? facts : null)
  }
  useEffect(() => {
    if (file === seen.current) return
    seen.current = file
    // The framework says null when a choice is taken back, and nothing once it is saved.
    if (file instanceof File) takeOut()
    else if (file === null) putBack()
    else setTaken(null)
  })
  return { taken, putBack }
}

const factsIn = (data: Readonly<Record<string, unknown>>): Facts =>
  ofFile.map((name) => [name, data[name]] as const).filter(([, value]) => Boolean(value))
