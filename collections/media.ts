import path from 'node:path'
import { content } from './fields/content'
import { dayField, edtfField } from './fields/standards'
import { line, lines } from './fields/texts'
import { titleFromShared } from './fields/titles'
import { deskEnv } from '@/lib/env'
import { recordDownload } from '@/workflow'

/** A picture with its credit and rights. Files are for signed-in staff only; nothing here is public. */
export const Media = content({
  slug: 'media',
  title: titleFromShared('filename'),
  columns: ['filename', 'credit', 'updatedAt'],
  upload: {
    staticDir: path.resolve(deskEnv().DATA_DIR, 'media'),
    mimeTypes: ['image/jpeg', 'image/png', 'image/webp'],
    pasteURL: false,
    disableLocalStorage: false,
    focalPoint: true,
    crop: false,
    handlers: [recordDownload],
  },
  fields: [
    line('alt'),
    lines('caption'),
    { name: 'credit', type: 'text', maxLength: 500 },
    { name: 'creator', type: 'text', maxLength: 500 },
    { name: 'copyrightNotice', type: 'text', maxLength: 500 },
    lines('usageTerms'),
    dayField('freeEditorialUseUntil'),
    { name: 'source', type: 'text', maxLength: 500 },
    edtfField('taken'),
    { name: 'people', type: 'relationship', relationTo: 'laureates', hasMany: true },
  ],
})
