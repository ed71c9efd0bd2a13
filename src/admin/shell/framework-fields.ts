import type { Field, SanitizedConfig } from 'payload'

// The framework adds fields of its own to every collection. Those that say nothing to people are not offered as a column or
// a filter; moments are told as everywhere.

const silent = new Set(['_status', 'filesize', 'height', 'mimeType', 'thumbnailURL', 'url', 'width'])
const moments = new Set(['createdAt', 'updatedAt'])

const apart = { disableGroupBy: true, disableListColumn: true, disableListFilter: true }
const cell = '@/admin/fields/instant-cell#InstantCell'

/** The same configuration, with what the framework added to our collections in the words of the desk. */
export function nameFrameworkFields(config: SanitizedConfig): SanitizedConfig {
  for (const { slug, fields } of config.collections)
    if (!slug.startsWith('payload-')) for (const field of fields) name(field)
  return config
}

function name(field: Field): void {
  if (!('name' in field) || field.name === undefined) return
  if (silent.has(field.name)) field.admin = Object.assign({}, field.admin, apart)
  if (!moments.has(field.name)) return
  const admin: object = field.admin ?? {}
  const before = 'components' in admin ? admin.components : {}
  field.admin = Object.assign({}, admin, { components: Object.assign({}, before, { Cell: cell }) })
}
