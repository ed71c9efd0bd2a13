import type { TextFieldClient, TextFieldServerComponent } from 'payload'
import { ChoiceInput } from './choice-input.client'
import { choicesOf } from './choices'

/** A chooser with names, for a field that stores codes; `custom.kind` says of what. */
export const ChoiceField: TextFieldServerComponent = ({ clientField, field, i18n, path, readOnly }) => (
  <ChoiceInput
    choices={choicesOf(String(field.custom?.['kind']), i18n.language)}
    field={clientField as TextFieldClient}
    isReadOnly={readOnly ?? false}
    path={path}
  />
)
