import type {
  CollectionAfterDeleteHook,
  CollectionBeforeChangeHook,
  CollectionBeforeOperationHook,
  CollectionConfig,
  Field,
} from 'payload'
import { accessFor, fieldNeeds, writesShared, writesText, type ContentCollection } from '@/access'
import { unitEndpoints } from '@/releases'
import { reviewEndpoints } from '@/review'
import {
  checkValues,
  forgetUnits,
  guardReads,
  guardWrites,
  noteRevisions,
  recordDeletion,
  recordRevisions,
  revisionsAsRead,
} from '@/workflow'
import { slugIsFree } from './free-slug'
import { holdTogether, type Law } from './hold-together'
import { refreshTitles } from './refresh-titles'
import { titleForPeople } from './titles'

// What every content collection has in common: drafts and versions per language, the gate, the table of
// rights, a title for screens, and no door of the framework that goes around them.

type Content = {
  slug: ContentCollection
  fields: Field[]
  /** The document's title on screens, from what is stored; called after each change. */
  title: CollectionBeforeChangeHook
  columns: string[]
  upload?: CollectionConfig['upload']
  sort?: string
  /** What must be true of several values together. */
  laws?: Law[]
  /** Behind the gate. */
  beforeWrite?: CollectionBeforeOperationHook[]
  afterDelete?: CollectionAfterDeleteHook[]
}

/** The hidden, derived title of a document on screens. Not content: it never leaves the editing side. */
const adminTitle: Field = {
  name: 'adminTitle',
  type: 'text',
  index: true,
  hooks: { afterRead: [titleForPeople] },
  admin: { hidden: true, disableBulkEdit: true },
}

/** The revisions that a form was opened with, by unit. Not stored: the gate compares it and drops it. */
const base: Field = {
  name: 'base',
  type: 'json',
  virtual: true,
  hooks: { afterRead: [revisionsAsRead] },
  admin: { hidden: true, disableBulkEdit: true, disableListColumn: true, disableListFilter: true },
}

export function content({ slug, fields, title, columns, upload, sort, ...own }: Content): CollectionConfig {
  const { beforeWrite = [], afterDelete = [], laws = [] } = own
  return {
    slug,
    access: accessFor(slug),
    fields: [adminTitle, base, ...fields.map((field) => protect(field, slug))],
    admin: {
      useAsTitle: 'adminTitle',
      defaultColumns: columns,
      enableListViewSelectAPI: true,
      disableCopyToLocale: true,
    },
    versions: {
      maxPerDoc: 100,
      drafts: { localizeStatus: true, validate: false, autosave: false, schedulePublish: false },
    },
    hooks: {
      beforeOperation: [guardWrites, guardReads, noteRevisions, ...beforeWrite],
      beforeChange: [checkValues, holdTogether(laws), title, slugIsFree],
      afterChange: [refreshTitles, recordRevisions],
      beforeDelete: [recordDeletion],
      afterDelete: [forgetUnits, ...afterDelete],
    },
    endpoints: [...unitEndpoints(slug), ...reviewEndpoints(slug)],
    ...(sort === undefined ? {} : { defaultSort: sort }),
    ...(upload === undefined ? {} : { upload }),
    disableBulkEdit: true,
    disableDuplicate: true,
    enableQueryPresets: false,
    lockDocuments: false,
    trash: false,
  }
}

/** Internal fields: read and written by staff who may, never part of anything public. */
export const internal = (field: Field): Field =>
  ({
    ...field,
    custom: { internal: true },
    access: {
      create: fieldNeeds('edit-shared'),
      read: fieldNeeds('read-internal'),
      update: fieldNeeds('edit-shared'),
    },
  }) as Field

// Values that all languages share are not for those who only translate, nor are texts in a language that is not
// theirs. Groups are walked, so that a localized leaf inside a group stays writable.
function protect(field: Field, slug: ContentCollection): Field {
  if ('fields' in field && field.type !== 'array') {
    return { ...field, fields: field.fields.map((inner) => protect(inner, slug)) }
  }
  if (!('name' in field) || 'access' in field) return field
  // Whoever may write a text may also write it in a new document.
  if ('localized' in field && field.localized)
    return { ...field, access: { update: writesText(slug) } } as Field
  return { ...field, access: { create: writesShared(slug), update: writesShared(slug) } } as Field
}
