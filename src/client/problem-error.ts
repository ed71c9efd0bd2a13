import type { Problem } from './api'

type Code = Problem['type'] extends `urn:problem-type:laureate-desk:${infer Name}` ? Name : never

/** Why there is no answer: problem details (RFC 9457), or as much of them as a server in between lets through. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError'
  readonly status: number
  /** For programs; undefined where the problem is not of this API. */
  readonly code: Code | undefined
  /** The parameter that is wrong. */
  readonly parameter: string | undefined
  /** What the parameter may be, or which parameters there are. */
  readonly allowed: readonly string[] | undefined
  /** What was asked. */
  readonly address: string
  /** How long the server asks to wait, in milliseconds. */
  readonly retryAfterMs: number | undefined

  constructor(reply: { status: number; text: string; retryAfterMs: number | undefined }, address: string) {
    const problem = readProblem(reply.text)
    super(problem.detail ?? `The server answered with status ${reply.status}.`)
    this.status = reply.status
    this.code = problem.type?.split(':').at(-1) as Code | undefined
    this.parameter = problem.parameter
    this.allowed = problem.allowed
    this.address = address
    this.retryAfterMs = reply.retryAfterMs
  }

  /** Nothing public is there, or not any more. */
  get isAbsent(): boolean {
    return this.status === 404 || this.status === 410
  }
}

function readProblem(text: string): Partial<Problem> {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? value : {}
  } catch {
    return {}
  }
}
