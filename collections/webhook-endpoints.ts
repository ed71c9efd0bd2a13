import type { CollectionConfig } from 'payload'
import { closed } from '@/access'
import { urlField } from './fields/standards'

/** Of no use any more: webhooks live in schema `webhooks`. Closed, until its table goes with a migration. */
export const WebhookEndpoints: CollectionConfig = {
  slug: 'webhook-endpoints',
  access: closed,
  admin: { hidden: true, useAsTitle: 'url' },
  disableBulkEdit: true,
  disableDuplicate: true,
  lockDocuments: false,
  fields: [
    urlField('url', { required: true }),
    { name: 'description', type: 'text', maxLength: 300 },
    { name: 'enabled', type: 'checkbox', defaultValue: true },
    { name: 'events', type: 'select', hasMany: true, options: ['release.published', 'release.reverted'] },
  ],
}
