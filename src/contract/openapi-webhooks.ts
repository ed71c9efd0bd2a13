import { z } from 'zod'
import type { JsonObject } from './openapi-path'
import { webhookSchema } from './webhook'

// What receivers of webhooks are sent, as OpenAPI 3.1 describes it.

const header = (name: string, description: string): JsonObject => ({
  name,
  in: 'header',
  required: true,
  description,
  schema: { type: 'string' },
})

/** The member `webhooks` of the OpenAPI document. */
export const openapiWebhooks = (): JsonObject => ({
  release: {
    post: {
      operationId: 'receiveWebhook',
      summary: 'Be told of a release, by Standard Webhooks 1.0',
      tags: ['webhooks'],
      parameters: [
        header('webhook-id', 'The same each time that a message is sent.'),
        header('webhook-timestamp', 'When it was sent, in seconds since 1970.'),
        header('webhook-signature', 'One signature or several, `v1,` and HMAC-SHA-256 in base64.'),
      ],
      requestBody: {
        required: true,
        content: {
          'application/json': {
            schema: { $ref: `#/components/schemas/${z.globalRegistry.get(webhookSchema)?.id}` },
          },
        },
      },
      responses: {
        '204': { description: 'Any 2xx within 15 seconds: it arrived.' },
        '410': { description: 'Nothing more is wanted: the webhook is turned off.' },
      },
    },
  },
})
