import { z } from 'zod'

// Refusals of the delivery API: problem details, RFC 9457. Never a stack, a path of the machine or SQL.

const codes = [
  'unknown-parameter',
  'repeated-parameter',
  'bad-value',
  'begin-anew',
  'bad-request',
  'not-found',
  'gone',
  'method-not-allowed',
  'too-large',
  'body-too-large',
  'unsupported-media-type',
  'range-not-satisfiable',
  'headers-too-large',
  'too-slow',
  'unavailable',
  'internal',
] as const

/** What went wrong, for programs. */
export type ProblemCode = (typeof codes)[number]

const problemType = (code: ProblemCode): string => `urn:problem-type:laureate-desk:${code}`

export const problemSchema = z
  .strictObject({
    type: z.enum(codes.map(problemType)),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    parameter: z.string().optional().describe('The parameter that is wrong.'),
    allowed: z
      .array(z.string())
      .optional()
      .describe('What the parameter may be, or which parameters there are.'),
  })
  .meta({ id: 'Problem', description: 'Why there is no answer (RFC 9457).' })

const titles: Record<ProblemCode, { status: number; title: string }> = {
  'unknown-parameter': { status: 400, title: 'Unknown parameter' },
  'repeated-parameter': { status: 400, title: 'Repeated parameter' },
  'bad-value': { status: 400, title: 'Value not allowed' },
  'begin-anew': { status: 400, title: 'A copy that has to begin anew' },
  'bad-request': { status: 400, title: 'Malformed request' },
  'not-found': { status: 404, title: 'Not found' },
  gone: { status: 410, title: 'Taken down' },
  'method-not-allowed': { status: 405, title: 'Method not allowed' },
  'too-large': { status: 414, title: 'Address too long' },
  'body-too-large': { status: 413, title: 'Request too large' },
  'unsupported-media-type': { status: 415, title: 'Not in a form that is read here' },
  'range-not-satisfiable': { status: 416, title: 'Range outside of the file' },
  'headers-too-large': { status: 431, title: 'Headers too large' },
  'too-slow': { status: 408, title: 'Request too slow' },
  unavailable: { status: 503, title: 'Not available at this moment' },
  internal: { status: 500, title: 'Internal error' },
}

export type Problem = z.infer<typeof problemSchema>
type Details = { detail: string; parameter?: string; allowed?: readonly string[] }

/** Problem details for `code`, with the sentence that helps. */
export function problem(code: ProblemCode, { detail, parameter, allowed }: Details): Problem {
  const { status, title } = titles[code]
  return {
    type: problemType(code),
    title,
    status,
    detail,
    ...(parameter === undefined ? {} : { parameter }),
    ...(allowed === undefined ? {} : { allowed: [...allowed] }),
  }
}
