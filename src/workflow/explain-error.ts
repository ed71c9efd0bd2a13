import type { AfterErrorHook, PayloadRequest } from 'payload'
import { refuse, type Refusal } from '@/lib/errors'
import { inLanguage, screenLanguage } from '@/lib/sentence'
import { tellRefusal } from '@/lib/told-refusal'
import { say } from './say'

/** What Payload does not log: refusals are answers, whose sentences quote values; faults: `explainError` logs them. */
export const refusalsAreSilent: Record<string, false> = {
  Refusal: false,
  ValidationError: false,
  AuthenticationError: false,
  Error: false,
}

/**
 * afterError, for every door of REST: a refusal keeps its code and details beside its sentence, and a value that
 * Postgres cannot read (SQLSTATE class 22, such as an id that is no id) is the sender's fault, not ours.
 */
export const explainError: AfterErrorHook = ({ error: thrown, req }) => {
  const language = screenLanguage(req.i18n?.language)
  const error = hasCode(thrown, diskFull) ? refuse('no_room') : thrown
  log(thrown, req.payload)
  if (isRefusal(error)) {
    const { name, status } = error
    const { message, data } = tellRefusal(error, language)
    return {
      response: { errors: [{ message, name, data: { ...data, ...forForm(error, message) } }] },
      status,
    }
  }
  if (isInvalid(error)) return { response: { errors: [{ ...invalidInWords(error, req) }] }, status: 400 }
  if (!isUnreadableValue(error)) return undefined
  return {
    response: { errors: [{ message: inLanguage(say('A value in this request cannot be read.'), language) }] },
    status: 400,
  }
}

// The framework's form hands errors of a field to that field; `base` is ours, and opens the screen that compares. The
// instant tells one refusal from the next.
function forForm({ code, details: { path } }: Refusal, message: string): object {
  if (code === 'stale')
    return { errors: [{ path: 'base', message: `${message} ${new Date().toISOString()}` }] }
  return typeof path === 'string' ? { errors: [{ path, message }] } : {}
}

// By name: a bundler may hold the class twice.
const isRefusal = (error: unknown): error is Refusal => error instanceof Error && error.name === 'Refusal'

type Invalid = Error & { data: { errors: { path: string; label?: unknown; message: string }[] } }

// By its data: the built application holds Payload's class more than once, under shortened names.
const isInvalid = (error: unknown): error is Invalid =>
  error instanceof Error &&
  'data' in error &&
  typeof error.data === 'object' &&
  error.data !== null &&
  'errors' in error.data &&
  Array.isArray(error.data.errors)

// The field's own sentence instead of its path; `data` stays, so that the form marks the field.
function invalidInWords({ data }: Invalid, { t }: PayloadRequest) {
  const sentences = data.errors.map(({ label, path, message }) => {
    if (typeof label === 'string' && label !== '') return `${label}: ${message}`
    // The framework's own fields for signing in come without a label.
    return path === 'email' ? `${t('general:email')}: ${message}` : message
  })
  return { name: 'ValidationError', message: sentences.join(' '), data }
}

const isUnreadableValue = (error: unknown): boolean => hasCode(error, /^22[0-9A-Z]{3}$/)

/** SQLSTATE of a disk, or a quota, that is full. */
const diskFull = /^53100$/

function hasCode(error: unknown, wanted: RegExp): boolean {
  const codes = [error, error instanceof Error ? error.cause : undefined].map((each) =>
    typeof each === 'object' && each !== null && 'code' in each ? String(each.code) : '',
  )
  return codes.some((code) => wanted.test(code))
}

// A full disk is in the hands of whoever reads the log; a stack does not help them.
function log(error: Error, { logger }: PayloadRequest['payload']): void {
  if (hasCode(error, diskFull))
    logger.error('The disk of the database is full. Free at least 1 GiB; saving then works again by itself.')
  else if (error.name === 'Error') logger.error({ err: error })
}
