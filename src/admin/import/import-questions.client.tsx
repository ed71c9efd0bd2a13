'use client'

import { Button, ReactSelect, useTranslation, type ReactSelectOption } from '@payloadcms/ui'
import { useState, type ReactNode } from 'react'
import type { AnswerError, Question } from '@/intake'
import type { Choice } from '../fields/choices'
import { sayDate, sayMistake } from './import-values'
import { fill, screenWords } from '../words'

type Given = string | string[]
type Props = {
  questions: readonly Question[]
  mistakes: readonly AnswerError[]
  lines: readonly { number: number; text: string }[]
  countries: readonly Choice[]
  isBusy: boolean
  onAnswer: (answers: Record<string, unknown>) => void
  children: ReactNode
}

const isEmpty = (given: Given | undefined): boolean => given === undefined || given.length === 0
const asGiven = (proposal: Question['proposal']): Given =>
  Array.isArray(proposal) ? proposal : proposal === undefined ? '' : String(proposal)

const isWrongYear = ({ kind }: Question, given: Given): boolean =>
  kind === 'year' && !isEmpty(given) && !/^(?:1\d{3}|2[01]\d{2}|2200)$/.test(String(given).trim())

/** What the page does not say, as a form. An empty optional answer is sent as “skip”. */
export function ImportQuestions(props: Props) {
  const { questions, mistakes, lines, countries, isBusy, onAnswer, children } = props
  const { i18n } = useTranslation()
  const words = screenWords(i18n.language).intake
  const [given, setGiven] = useState<Record<string, Given>>({})
  const [isChecked, setChecked] = useState(false)
  const valueOf = (one: Question): Given => given[one.id] ?? asGiven(one.proposal)
  const missing = questions.filter((one) => one.required && isEmpty(valueOf(one)))
  const wrongYears = questions.filter((one) => isWrongYear(one, valueOf(one)))

  const send = (): void => {
    setChecked(true)
    if (missing.length > 0 || wrongYears.length > 0) return
    const answers = questions.map((one) => [one.id, isEmpty(valueOf(one)) ? null : valueOf(one)] as const)
    onAnswer(Object.fromEntries(answers))
  }
  const mistakeOf = (question: Question): string | undefined => {
    if (wrongYears.includes(question) && (isChecked || valueOf(question).length > 3)) return words.mustBeYear
    const found = mistakes.find((one) => one.id === question.id)
    if (found) return sayMistake(found, i18n.language)
    return isChecked && missing.includes(question) ? words.mustFill : undefined
  }
  return (
    <section>
      {questions.length > 0 ? <Heading /> : null}
      <div className="desk-questions">
        {questions.map((question) => (
          <Asked
            countries={countries}
            key={question.id}
            lines={lines}
            mistake={mistakeOf(question)}
            onChange={(value) => setGiven({ ...given, [question.id]: value })}
            question={question}
            value={valueOf(question)}
          />
        ))}
      </div>
      <p>{words.confirmHelp}</p>
      <div className="desk-import__buttons">
        <Button disabled={isBusy} margin={false} onClick={send} type="button">
          {isBusy ? words.saving : words.confirm}
        </Button>
        {children}
      </div>
    </section>
  )
}

function Heading() {
  const { i18n } = useTranslation()
  const words = screenWords(i18n.language).intake
  return (
    <>
      <h2>{words.questions}</h2>
      <p className="desk-panel__help">{words.questionsHelp}</p>
    </>
  )
}

type AskedProps = {
  question: Question
  value: Given
  mistake: string | undefined
  countries: readonly Choice[]
  lines: Props['lines']
  onChange: (value: Given) => void
}

function Asked({ question, value, mistake, countries, lines, onChange }: AskedProps) {
  const { i18n } = useTranslation()
  const words = screenWords(i18n.language).intake
  const about = lines.find((line) => line.number === question.lines?.from)
  const name = `question-${question.id}`
  return (
    <div className={mistake ? 'desk-question desk-question--wrong' : 'desk-question'}>
      <label htmlFor={name}>
        {question.text} {question.required ? <b aria-hidden="true">*</b> : <i>({words.optional})</i>}
      </label>
      {about ? <p className="desk-panel__help">{fill(words.onPage, { text: shorten(about.text) })}</p> : null}
      <Input {...{ countries, name, onChange, question, value }} />
      {mistake ? (
        <p className="desk-question__mistake" role="alert">
          {mistake}
        </p>
      ) : null}
    </div>
  )
}

type InputProps = Pick<AskedProps, 'question' | 'value' | 'countries' | 'onChange'> & { name: string }

function Input({ question, value, countries, onChange, name }: InputProps) {
  const isCountry = question.kind === 'country' || question.kind === 'countries'
  const { i18n } = useTranslation()
  const options = isCountry
    ? countries
    : question.options?.map(({ value: code, label }) => ({
        value: code,
        label: question.kind === 'date' ? sayDate(label, i18n.language) : label,
      }))
  if (options) {
    return (
      <Select
        isMany={question.kind === 'countries'}
        name={name}
        onChange={onChange}
        options={options}
        value={value}
      />
    )
  }
  return (
    <input
      dir="auto"
      id={name}
      inputMode={question.kind === 'year' ? 'numeric' : 'text'}
      onChange={(event) => onChange(event.target.value)}
      type={question.kind === 'email' ? 'email' : 'text'}
      value={String(value)}
    />
  )
}

type SelectProps = {
  name: string
  options: readonly Choice[]
  value: Given
  isMany: boolean
  onChange: (value: Given) => void
}

function Select({ name, options, value, isMany, onChange }: SelectProps) {
  const { i18n } = useTranslation()
  const chosen = [value].flat().filter((code) => code !== '')
  const shown = chosen.map(
    (code) => options.find((one) => one.value === code) ?? { value: code, label: code },
  )
  const pick = (picked: ReactSelectOption | ReactSelectOption[] | null): void => {
    const codes = [picked ?? []].flat().map((option) => String(option.value))
    onChange(isMany ? codes : (codes[0] ?? ''))
  }
  const picker = {
    ...(isMany ? { value: shown } : shown[0] ? { value: shown[0] } : {}),
    onChange: pick as (picked: ReactSelectOption | ReactSelectOption[]) => void,
  }
  return (
    <ReactSelect
      {...picker}
      inputId={name}
      isClearable
      isMulti={isMany}
      options={[...options]}
      placeholder={screenWords(i18n.language).choice.choose}
    />
  )
}

const shorten = (text: string): string => (text.length > 160 ? `${text.slice(0, 157)}…` : text)
