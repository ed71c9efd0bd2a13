'use client'

import {
  FieldDescription,
  FieldError,
  FieldLabel,
  ReactSelect,
  useField,
  useTranslation,
} from '@payloadcms/ui'
import type { ReactSelectOption } from '@payloadcms/ui'
import type { TextFieldClient } from 'payload'
import type { Choice } from './choices'
import { screenWords } from '../words'

type Props = { field: TextFieldClient; path: string; choices: readonly Choice[]; isReadOnly: boolean }
type Picked = ReactSelectOption | ReactSelectOption[] | null

/** Shows names, stores codes. A stored code that is not in the list stays and is shown as it is. */
export function ChoiceInput({ field, path, choices, isReadOnly }: Props) {
  const { value, setValue, showError, disabled } = useField<string | string[]>({ potentiallyStalePath: path })
  const { i18n } = useTranslation()
  const words = screenWords(i18n.language).choice
  const isMany = field.hasMany === true
  const chosen = [value ?? []].flat().filter((code) => code !== '')
  const options = choices.map(({ value: code, label }) => ({ value: code, label }))
  const shown = chosen.map(
    (code) => options.find((option) => option.value === code) ?? { value: code, label: code },
  )
  const pick = (picked: Picked): void => {
    const codes = [picked ?? []].flat().map((option) => String(option.value))
    setValue(isMany ? codes : (codes[0] ?? null))
  }
  const picker = {
    ...(isMany ? { value: shown } : shown[0] ? { value: shown[0] } : {}),
    onChange: pick as (picked: ReactSelectOption | ReactSelectOption[]) => void,
    noOptionsMessage: () => words.nothing,
  }
  return (
    <div
      className={`field-type select${showError ? ' error' : ''}`}
      id={`field-${path.replaceAll('.', '__')}`}
    >
      <FieldLabel label={field.label ?? ''} path={path} required={field.required ?? false} />
      <div className="field-type__wrap">
        <FieldError path={path} showError={showError} />
        <ReactSelect
          {...picker}
          disabled={isReadOnly || disabled}
          isClearable
          isMulti={isMany}
          options={options}
          placeholder={words.choose}
          showError={showError}
        />
      </div>
      <FieldDescription description={field.admin?.description ?? ''} path={path} />
    </div>
  )
}
