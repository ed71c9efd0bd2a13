import type { AfterErrorHook } from 'payload'
import type { Refusal } from '@/lib/errors'

/** How Payload logs a refusal: it is an answer, not a fault. */
export const refusalsAreInfo: Record<string, 'info'> = { Refusal: 'info' }

/**
 * afterError, for every door of REST: a refusal keeps its code and details beside its sentence, and a value that
 * Postgres cannot read (SQLSTATE class 22, such as an id that is no id) is the sender's fault, not ours.
 */
export const explainError: AfterErrorHook = ({ error }) => {
  if (isRefusal(error)) {
    const { message, name, data, status } = error
    return { response: { errors: [{ message, name, data }] }, status }
  }
  if (isInvalid(error)) return { response: { errors: [{ ...invalidInWords(error) }] }, status: 400 }
  if (!isUnreadableValue(error)) return undefined
  return { response: { errors: [{ message: 'A value in this request cannot be read.' }] }, status: 400 }
}

// By name: a bundler may hold the class twice.
const isRefusal = (error: unknown): error is Refusal => error instanceof Error && error.name === 'Refusal'

type Invalid = Error & { data: { errors: { path: string; label?: unknown; message: string }[] } }

const isInvalid = (error: unknown): error is Invalid =>
  error instanceof Error && error.name === 'ValidationError' && 'data' in error

// The field's own sentence instead of its path; `data` stays, so that the form marks the field.
function invalidInWords({ name, data }: Invalid) {
  const sentences = data.errors.map(({ label, path, message }) => {
    const field = typeof label === 'string' && label !== '' ? label : path
    return `${field}: ${message}`
  })
  return { name, message: sentences.join(' '), data }
}

function isUnreadableValue(error: unknown): boolean {
  const codes = [error, error instanceof Error ? error.cause : undefined].map((each) =>
    typeof each === 'object' && each !== null && 'code' in each ? String(each.code) : '',
  )
  return codes.some((code) => /^22[0-9A-Z]{3}$/.test(code))
}
