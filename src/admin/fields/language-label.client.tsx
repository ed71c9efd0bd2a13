'use client'

import { FieldLabel, useLocale } from '@payloadcms/ui'
import type { TextFieldClient } from 'payload'
import { useEffect, useRef } from 'react'

/**
 * The label of a text that each language has of its own. It also marks the input with that language and
 * its reading direction, for spelling checkers, screen readers and right-to-left scripts: Payload only
 * aligns such inputs to the right.
 */
export function LanguageLabel({ field, path }: { field: TextFieldClient; path: string }) {
  const label = useRef<HTMLSpanElement>(null)
  const { code, rtl } = useLocale()
  useEffect(() => {
    const around = label.current?.closest('.field-type')
    around?.querySelector('.field-type__wrap, .rich-text-lexical__wrap')?.setAttribute('lang', code)
    // The rich text editor sets its own direction; around it stand its buttons and the help.
    around?.querySelector('.field-type__wrap')?.setAttribute('dir', rtl ? 'rtl' : 'ltr')
  }, [code, rtl])
  return (
    <span ref={label}>
      <FieldLabel label={field.label ?? ''} localized path={path} required={field.required ?? false} />
    </span>
  )
}
