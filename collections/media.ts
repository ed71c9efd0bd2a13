import path from 'node:path'
import type { Field } from 'payload'
import { content } from './fields/content'
import { formerPicture } from './fields/former-picture'
import { dayField, edtfField, wholeNumber } from './fields/standards'
import { line, lines } from './fields/texts'
import { receivePicture, removeRenditions } from './fields/receive-picture'
import { titleOfPicture } from './fields/titles'
import { deskEnv } from '@/lib/env'
import { recordDownload } from '@/workflow'

/** What is said of a file, not of what is seen in it: it goes when another file comes, in the form and behind it. */
const ofFile = (field: Field): Field => ({ ...field, custom: { ...field.custom, ofFile: true } })

/** A picture with its credit and rights. These files are for signed-in staff; publishing makes others for the world. */
export const Media = content({
  slug: 'media',
  title: titleOfPicture,
  columns: ['filename', 'adminTitle', 'credit', 'updatedAt'],
  beforeWrite: [receivePicture],
  afterDelete: [removeRenditions],
  upload: {
    staticDir: path.resolve(deskEnv().DATA_DIR, 'media'),
    mimeTypes: ['image/jpeg', 'image/png', 'image/webp'],
    pasteURL: false,
    bulkUpload: false,
    // A changed file has another name; REST takes no parameter that it does not know.
    cacheTags: false,
    disableLocalStorage: false,
    focalPoint: true,
    crop: false,
    handlers: [recordDownload, formerPicture],
  },
  fields: [
    line('alt'),
    lines('caption'),
    ofFile({ name: 'credit', type: 'text', maxLength: 500 }),
    ofFile({ name: 'creator', type: 'text', maxLength: 500 }),
    ofFile({ name: 'copyrightNotice', type: 'text', maxLength: 500 }),
    ofFile(lines('usageTerms')),
    ofFile(dayField('freeEditorialUseUntil')),
    ofFile({ name: 'source', type: 'text', maxLength: 500 }),
    ofFile(edtfField('taken')),
    { name: 'people', type: 'relationship', relationTo: 'laureates', hasMany: true },
    // The framework's own, with our check.
    wholeNumber('focalX', [0, 100]),
    wholeNumber('focalY', [0, 100]),
    // The official adapter's, for what lies in a bucket; always there, so that the tables are the same everywhere.
    {
      name: '_objectKey',
      type: 'text',
      admin: { hidden: true, disableListColumn: true, disableListFilter: true },
    },
    // What was made of the file: see `Rendition` in `@/media`. Nobody writes it by hand.
    {
      name: 'renditions',
      type: 'json',
      admin: { hidden: true, disableListColumn: true, disableListFilter: true },
    },
  ],
})
