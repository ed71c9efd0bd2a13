import type { FlattenedField } from 'payload'
import { beforeAll, expect, test } from 'vitest'
import { useDesk } from '../payload'
import { createDocuments, useStaff, type Ask } from '../staff'

// Every filter is answered, or refused in words that name it: no operator on no kind of field fails inside.

const desk = useDesk()
const staff = useStaff(desk)
let editor: Ask

beforeAll(async () => {
  await createDocuments(desk.payload)
  editor = staff.as('editor')
})

const operators =
  'equals not_equals in not_in all exists like not_like contains greater_than greater_than_equal less_than less_than_equal'
const nobody = '0190a6f2-0000-7000-8000-000000000000'
const slugs = [
  'laureates',
  'citations',
  'editions',
  'media',
  'biographies',
  'press-releases',
  'press-contacts',
] as const

type Found = { slug: string; path: string; kind: string; option?: string | undefined }

const fieldsIn = (slug: string, fields: readonly FlattenedField[], before = ''): Found[] =>
  fields.flatMap((field) => {
    const path = `${before}${field.name}`
    const marks = [
      'hasMany' in field && field.hasMany && 'many',
      field.localized && 'localized',
      'virtual' in field && field.virtual && 'virtual',
      before !== '' && 'inside',
    ]
    const kind = [field.type, ...marks.filter((mark) => typeof mark === 'string')].join(' ')
    const inner = 'flattenedFields' in field ? fieldsIn(slug, field.flattenedFields, `${path}.`) : []
    return [{ slug, path, kind, option: optionOf(field) }, ...inner]
  })

function optionOf(field: FlattenedField): string | undefined {
  const [first] = field.type === 'select' ? field.options : []
  return typeof first === 'object' ? first.value : first
}

/** One field of each kind that the desk has. */
function oneOfEach(): Found[] {
  const all = slugs.flatMap((slug) => {
    const { flattenedFields } = desk.payload.collections[slug].config
    return [...fieldsIn(slug, flattenedFields), { slug, path: 'id', kind: 'id' }]
  })
  return [...new Map(all.map((one) => [one.kind, one])).values()]
}

const asked = (path: string, operator: string): string[] => {
  const key = `where[${path}][${operator}]`
  const inside = [
    '[0]=a',
    `[0]=${nobody}&${key}[1]=a`,
    `=a&${key}=b`,
    '[equals]=a',
    '[like]=a',
    '[0][like]=a',
  ]
  return ['=a', `=${nobody}`, '=', '=null', '=true', '=999999', ...inside].map((rest) => `${key}${rest}`)
}

const unreadable = 'A value in this request cannot be read.'

/** What goes wrong with a filter: by REST, and at the address of the list's screen, which asks what REST would answer. */
async function wrongWith(slug: string, query: string): Promise<string[]> {
  const { withoutLinkedQuery } = await import('../../src/workflow')
  const response = await editor('GET', `/api/${slug}?limit=1&depth=0&${query}`)
  const { detail } = (await response.json()) as { detail?: string }
  const searchParams = Object.fromEntries(
    [...new URLSearchParams(query).keys()].map((key) => [key, new URLSearchParams(query).getAll(key)]),
  )
  const screen = { segments: ['collections', slug], searchParams }
  const isShown =
    Object.keys(withoutLinkedQuery(desk.config, screen)).length === Object.keys(searchParams).length
  const isBlank = isShown && (response.status >= 500 || detail === unreadable)
  return [
    ...(response.status >= 500 || detail === unreadable ? [`${response.status} ${slug}?${query}`] : []),
    ...(isBlank ? [`screen ${slug}?${query}`] : []),
  ]
}

test('no operator on no kind of field fails inside', { timeout: 300_000 }, async () => {
  const wrong: string[] = []
  for (const { slug, path, kind } of oneOfEach()) {
    const queries = operators.split(' ').flatMap((operator) => asked(path, operator))
    for (const query of queries)
      wrong.push(...(await wrongWith(slug, query)).map((each) => `${kind}: ${each}`))
  }
  expect(wrong).toEqual([])
})

test('what is refused is named, with what is taken instead', async () => {
  const said = async (query: string) => {
    const response = await editor('GET', `/api/${query}`)
    const { status, detail } = (await response.json()) as { status: number; detail: string }
    return `${status} ${response.headers.get('content-type')?.split(';')[0]} ${detail}`
  }
  const type = '400 application/problem+json'
  expect(await said('laureates?where[knownName][like][0]=a')).toBe(
    `${type} where[knownName][like]: takes one value.`,
  )
  expect(await said('laureates?where[kind][like]=a')).toBe(
    `${type} where[kind][like]: is no filter. Operators here: equals, not_equals, in, not_in, exists.`,
  )
  expect(await said('laureates?where[knownName][all]=a')).toMatch(/^400 .*where\[knownName\]\[all\]: .*like/)
  expect(await said('laureates?where[portrait][in]=null')).toContain('takes ids of documents.')
  expect(await said('biographies?where[short][contains]=a')).toContain('Operators here: exists.')
})

const every = 'equals not_equals in not_in exists'
const measured = `${every} greater_than greater_than_equal less_than less_than_equal`
/** The operators of the framework's own menu, and a value. */
const menu: Record<string, [operators: string, value: string]> = {
  text: [`${every} like not_like contains`, 'a'],
  textarea: [`${every} like not_like contains`, 'a'],
  email: [`${every} contains`, 'a'],
  date: [measured, '2026-01-01T00:00:00.000Z'],
  number: [measured, '1'],
  checkbox: ['equals not_equals exists', 'true'],
  select: [every, ''],
  relationship: [every, nobody],
  upload: [every, nobody],
  richText: ['exists', 'true'],
}

test('what the menu of filters offers is answered', { timeout: 60_000 }, async () => {
  const { withoutLinkedQuery } = await import('../../src/workflow')
  for (const { slug, path, kind, option } of oneOfEach()) {
    const [type = ''] = kind.split(' ')
    const [offered, value] = menu[type] ?? ['', '']
    for (const operator of offered.split(' ').filter((name) => name !== '')) {
      const list = operator === 'in' || operator === 'not_in' ? '[0]' : ''
      const key = `where[or][0][and][0][${path}][${operator}]${list}`
      const response = await editor('GET', `/api/${slug}?limit=1&${key}=${option ?? value}`)
      expect(response.status, `${slug} ${key}`).toBe(200)
      const screen = { segments: ['collections', slug], searchParams: { [key]: option ?? value } }
      expect(withoutLinkedQuery(desk.config, screen)).toEqual(screen.searchParams)
    }
  }
})

test('the address of a list loses text that is not safe', async () => {
  const { withoutLinkedQuery } = await import('../../src/workflow')
  const list = { segments: ['collections', 'laureates'] }
  const searchParams = {
    search: '\u0000',
    'where[knownName][all]': 'a',
    'where[slug][equals]': '\u0000',
    limit: '10',
  }
  expect(withoutLinkedQuery(desk.config, { ...list, searchParams })).toEqual({ limit: '10' })
})
