import type { CollectionConfig, Field, UIField } from 'payload'
import { resourceNames } from '@/contract'
import { deskEnv } from '@/lib/env'

// Which of our own components stands where. Paths are names in the import map, not imports.

type Node = Record<string, unknown> & {
  type: string
  name?: string
  fields?: Node[]
  localized?: boolean
  custom?: { kind?: string; ofFile?: true }
  admin?: Record<string, unknown> & { components?: Record<string, unknown>; hidden?: boolean }
}

const choice = {
  Field: '@/admin/fields/choice-field#ChoiceField',
  Cell: '@/admin/fields/choice-cell#ChoiceCell',
}
const date = {
  Field: '@/admin/fields/date-field.client#DateField',
  Cell: '@/admin/fields/date-cell#DateCell',
}
const instant = {
  Field: '@/admin/fields/instant-field.client#InstantField',
  Cell: '@/admin/fields/instant-cell#InstantCell',
}
const day = { ...date, Field: { path: date.Field, clientProps: { isWholeDay: true } } }
const byKind: Record<string, Record<string, unknown>> = {
  country: choice,
  language: choice,
  locale: choice,
  zone: choice,
  currency: choice,
  edtf: date,
  day,
  'not-before': { ...instant, Field: '@/admin/fields/instant-field.client#NotBeforeField' },
}

const byType: Record<string, Record<string, string>> = {
  date: instant,
  relationship: { Field: '@/admin/fields/link-field.client#LinkField' },
  upload: { Field: '@/admin/fields/link-field.client#PictureField' },
}

const nothing = '@/admin/fields/nothing#Nothing'

const ownControls = ({ slug: collection, upload }: CollectionConfig) => ({
  ...(upload ? { Upload: '@/admin/fields/picture-file#PictureFile' } : {}),
  Status: '@/admin/fields/last-saved.client#LastSaved',
  PublishButton: nothing,
  UnpublishButton: nothing,
  beforeDocumentControls: [
    { path: '@/admin/fields/language-note#LanguageNote', serverProps: { collection } },
    '@/admin/conflict/presence.client#Presence',
    '@/admin/conflict/conflict.client#Conflict',
    '@/admin/fields/save-marks.client#SaveMarks',
  ],
})

// `screenFor` leads the addresses of the framework's own history here.
const historyViews = {
  history: {
    Component: '@/admin/history/history-page#HistoryPage',
    path: '/history',
    tab: {
      label: ({ t }: { t: (key: 'version:versions') => string }) => t('version:versions'),
      href: '/history',
    },
  },
  revision: { Component: '@/admin/history/version-page#VersionPage', path: '/history/:version' },
  versions: { tab: { condition: () => false } },
} as const

/** Our controls for each field; the panel of units beside the document; Payload's own publish controls gone. */
export function attachControls(collection: CollectionConfig, isPublishable: boolean): CollectionConfig {
  const fields = collection.fields.map((field) => attach(field as unknown as Node) as unknown as Field)
  const hasDrafts = typeof collection.versions === 'object'
  const { components, ...admin } = collection.admin ?? {}
  return {
    ...collection,
    fields: hasDrafts
      ? [
          ...(collection.upload ? [pictureNote(fields)] : []),
          ...fields,
          panel(collection.slug, isPublishable),
          comments,
        ]
      : collection.auth
        ? [signInNote, presentPassword, ...fields.map(askedAtOnce), secondStep]
        : fields,
    admin: {
      ...admin,
      hideAPIURL: true,
      ...(hasDrafts ? { defaultColumns: withPublication(admin.defaultColumns ?? []) } : {}),
      disableCopyToLocale: true,
      components: {
        ...components,
        ...(hasDrafts ? { beforeListTable: ['@/admin/lists/nothing-sent#NothingSent'] } : {}),
        edit: hasDrafts ? ownControls(collection) : {},
        ...(hasDrafts ? { views: { edit: historyViews } } : {}),
      },
    },
  }
}

function attach(field: Node): Node {
  const inner = field.fields ? { fields: field.fields.map(attach) } : {}
  const kind = byKind[field.custom?.kind ?? '']
  const language = field.localized ? { Label: '@/admin/fields/language-label.client#LanguageLabel' } : {}
  const components = { ...byType[field.type], ...field.admin?.components, ...kind, ...language }
  if (Object.keys(components).length === 0) return { ...field, ...inner }
  return { ...field, ...inner, admin: { ...field.admin, components } }
}

// What the framework asks for of somebody new only when everything else is right.
const askedAtOnceBy: Record<string, string> = {
  text: '@/admin/fields/needed.client#NeededText',
  select: '@/admin/fields/needed.client#NeededChoice',
}

function askedAtOnce(field: Field): Field {
  const { type, admin, required } = field as unknown as Node & { required?: boolean }
  const control = required === true ? askedAtOnceBy[type] : undefined
  if (control === undefined) return field
  return { ...field, admin: { ...admin, components: { ...admin?.components, Field: control } } } as Field
}

// Beside the title, before when it was last saved.
const withPublication = (columns: string[]): string[] => [
  ...columns.filter((column) => column !== 'updatedAt'),
  'publication',
  'updatedAt',
]

type UIComponent = NonNullable<NonNullable<NonNullable<UIField['admin']>['components']>['Field']>
const note = (name: string, component: UIComponent): UIField => ({
  name,
  type: 'ui',
  admin: { disableBulkEdit: true, disableListColumn: true, components: { Field: component } },
})
// The first of the fields stands right below the framework's own for signing in.
const signInNote = note('signInNote', '@/admin/sign-in/sign-in-note.client#SignInNote')
const presentPassword = note('presentPassword', '@/admin/sign-in/present-password.client#PresentPassword')
const secondStep = note('secondStep', '@/admin/sign-in/second-step-section.client#SecondStepSection')

// The first of the fields stands right below the file.
const pictureNote = (fields: readonly Field[]): UIField =>
  note('pictureNote', {
    path: '@/admin/fields/picture-note#PictureNote',
    serverProps: {
      ofFile: (fields as unknown as Node[]).filter(({ custom }) => custom?.ofFile).map(({ name }) => name),
    },
  })

const comments: UIField = {
  name: 'comments',
  type: 'ui',
  admin: {
    position: 'sidebar',
    disableBulkEdit: true,
    disableListColumn: true,
    components: { Field: '@/admin/comments/comments-panel.client#CommentsPanel' },
  },
}

const panel = (collection: string, isPublishable: boolean): UIField => ({
  name: 'publication',
  type: 'ui',
  label: { en: 'Where it stands', sv: 'Läget', de: 'Der Stand' },
  admin: {
    position: 'sidebar',
    disableBulkEdit: true,
    components: {
      Field: {
        path: '@/admin/units/unit-panel.client#UnitPanel',
        clientProps: {
          deliveryUrl: isPublishable ? deskEnv().DELIVERY_URL : null,
          hasAddress: resourceNames.some((name) => name === collection),
        },
      },
      Cell: '@/admin/lists/publication-cell#PublicationCell',
    },
  },
})
