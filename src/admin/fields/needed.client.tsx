'use client'

import { SelectField, TextField, useTranslation } from '@payloadcms/ui'
import type { SelectFieldClientProps, TextFieldClientProps } from 'payload'
import { useCallback } from 'react'

// The framework's form of somebody new looks at e-mail address and password itself, and asks its server for the rest only when
// those two are right. What is needed besides is looked at with them.

/** A text that must be there. */
export function NeededText(props: TextFieldClientProps) {
  return <TextField {...props} validate={useNeeded()} />
}

/** A choice that must be made. */
export function NeededChoice(props: SelectFieldClientProps) {
  return <SelectField {...props} validate={useNeeded()} />
}

function useNeeded(): (value: unknown) => string | true {
  const { t } = useTranslation()
  return useCallback((value: unknown) => isFilled(value) || t('validation:required'), [t])
}

const isFilled = (value: unknown): boolean =>
  Array.isArray(value) ? value.length > 0 : typeof value === 'string' && value.trim() !== ''
