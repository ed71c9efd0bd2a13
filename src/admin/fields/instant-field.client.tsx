'use client'

import {
  DatePicker,
  FieldDescription,
  FieldError,
  FieldLabel,
  useField,
  useTranslation,
} from '@payloadcms/ui'
import type { DateFieldClientComponent, DateFieldClientProps } from 'payload'
import { readInstant, type Clock } from '@/lib/date-words'
import { useClock } from '../parts/clock.client'
import { fill, screenWords } from '../words'
import { chosenInstant, shownInPicker } from './picked-instant'
import { useTyped } from './use-typed.client'

// The framework's own tells moments on the clock of whoever looks, and says nothing of what it does not understand.

/** A moment, chosen and told on the clock of the foundation. */
export const InstantField: DateFieldClientComponent = (props) => <Instant {...props} />

/** The moment before which nobody may use a text; says so when it is over. */
export const NotBeforeField: DateFieldClientComponent = (props) => <Instant {...props} isNotBefore />

type Props = DateFieldClientProps & { isNotBefore?: boolean }

function Instant({ field, path, readOnly, isNotBefore = false }: Props) {
  const clock = useClock()
  const { disabled, setValue, showError, value } = useField<string | null>({ potentiallyStalePath: path })
  const { typed, picker } = useTyped((at) => setValue(at && chosenInstant(at, clock.zone)))
  const inWords = usePickerWords()
  const isClosed = Boolean(readOnly) || disabled
  return (
    <div className={`field-type date-time-field${showError ? ' date-time-field--has-error' : ''}`}>
      <FieldLabel label={field.label ?? ''} path={path} required={field.required ?? false} />
      <div className="field-type__wrap" id={`field-${path.replaceAll('.', '__')}`}>
        <FieldError path={path} showError={showError} />
        <DatePicker
          displayFormat={inWords.displayFormat}
          onChange={picker.onChange}
          overrides={{ ...inWords.overrides, onChangeRaw: picker.onType }}
          pickerAppearance="dayAndTime"
          readOnly={isClosed}
          timeFormat="HH:mm"
          {...(value ? { value: shownInPicker(value, clock.zone) } : {})}
        />
      </div>
      <Reading {...{ clock, isNotBefore, typed }} value={value} />
      <FieldDescription description={field.admin?.description ?? ''} path={path} />
    </div>
  )
}

/** The picker in the language of the screens. */
function usePickerWords() {
  const { dateFNS, language } = useTranslation().i18n
  return {
    displayFormat: language === 'de' ? 'd. MMMM yyyy, HH:mm' : 'd MMMM yyyy, HH:mm',
    overrides: {
      timeCaption: screenWords(language).date.time,
      ...(dateFNS ? { locale: dateFNS } : {}),
    },
  }
}

type ReadingProps = {
  clock: Clock
  value: string | null | undefined
  /** What was typed and is no moment. */
  typed: string
  isNotBefore: boolean
}

/** How the desk reads it, in words. */
function Reading({ clock, value, typed, isNotBefore }: ReadingProps) {
  const words = screenWords(clock.language).date
  const at = value ? new Date(value) : undefined
  const isOver = isNotBefore && at !== undefined && isPast(at)
  return (
    <div aria-live="polite">
      {typed === '' ? null : (
        <p className="desk-date__reading desk-date__reading--wrong">
          {fill(words.typed, { text: typed, example: exampleIn(clock) })}
        </p>
      )}
      {at ? (
        <p className="desk-date__reading">{fill(words.reading, { date: readInstant(at, clock) })}</p>
      ) : null}
      {isOver ? <p className="desk-date__reading desk-date__reading--wrong">{words.over}</p> : null}
    </div>
  )
}

const isPast = (at: Date): boolean => at.getTime() <= Date.now()

// As the picker writes it, without the name of the zone.
const exampleIn = ({ language }: Clock): string =>
  readInstant(new Date('2031-10-10T11:00:00Z'), { language, zone: 'UTC' }).replace(/ UTC$/, '')
