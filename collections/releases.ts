import type { CollectionConfig } from 'payload'
import { closed } from '@/access'
import { zoneField } from './fields/standards'

/** A bundle that is published together. The collection is stored and closed: single publishing needs no bundle. */
export const Releases: CollectionConfig = {
  slug: 'releases',
  access: closed,
  admin: { hidden: true, useAsTitle: 'name' },
  disableBulkEdit: true,
  disableDuplicate: true,
  lockDocuments: false,
  fields: [
    { name: 'name', type: 'text', required: true, maxLength: 300 },
    {
      name: 'state',
      type: 'select',
      required: true,
      defaultValue: 'open',
      options: [
        'open',
        'checking',
        'ready',
        'scheduled',
        'publishing',
        'published',
        'failed',
        'hold',
        'reverted',
      ],
    },
    { name: 'goLiveAt', type: 'date' },
    zoneField('goLiveZone'),
    {
      name: 'mode',
      type: 'select',
      required: true,
      defaultValue: 'on-button',
      options: ['at-time', 'on-button'],
    },
    {
      name: 'items',
      type: 'array',
      fields: [
        { name: 'action', type: 'select', required: true, options: ['publish', 'withdraw'] },
        { name: 'document', type: 'text', required: true },
        { name: 'unit', type: 'text', required: true },
        { name: 'contentHash', type: 'text', required: true },
      ],
    },
  ],
}
