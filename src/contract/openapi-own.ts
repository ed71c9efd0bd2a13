import type { Json, JsonObject } from './openapi-path'
import { conditional, everywhere, response } from './openapi-problems'

// Addresses about the server itself in the OpenAPI document.

/** What the server says of itself. */
export const ownPaths = (): JsonObject => ({
  '/openapi.json': own('getOpenapi', 'This document', json({ type: 'object' })),
  '/docs': own('getDocs', 'This document as a page for people', {
    'text/html': { schema: { type: 'string' } },
  }),
  '/healthz': own('getHealth', 'Whether the process is alive', json(health)),
  '/readyz': own(
    'getReadiness',
    'Whether answers can be had here, and whether they may be behind',
    json(readiness),
  ),
})

const health: Json = {
  type: 'object',
  properties: { status: { const: 'ok' } },
  required: ['status'],
  additionalProperties: false,
}

const json = (schema: Json): JsonObject => ({ 'application/json': { schema } })

const own = (operationId: string, summary: string, content: JsonObject): JsonObject => ({
  get: {
    operationId,
    summary,
    parameters: conditional,
    responses: {
      '200': { description: 'The answer.', content },
      '304': response('not-modified'),
      '400': response('bad-request'),
      ...everywhere,
      ...(operationId === 'getReadiness' ? { '503': response('unavailable') } : {}),
    },
  },
})

const readiness: Json = {
  type: 'object',
  properties: {
    status: { enum: ['ready', 'cut-off', 'behind'] },
    since: { type: 'string', format: 'date-time' },
  },
  required: ['status'],
  additionalProperties: false,
}
