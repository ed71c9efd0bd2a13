import { beforeAll, describe, expect, test } from 'vitest'
import { useDesk } from '../payload'
import { createDocuments, opening, picture, useStaff, type Ask } from '../staff'

// What is not there: a group without fields, and a file without bytes, are answered in words.

const desk = useDesk()
const staff = useStaff(desk)
let ids: Record<string, string> = {}
let editor: Ask

beforeAll(async () => {
  ids = await createDocuments(desk.payload)
  editor = opening(staff.as('editor'))
})

const detailOf = async (response: Response) => {
  const { detail } = (await response.json()) as { detail: string }
  return { status: response.status, detail }
}

describe('a group is never null', () => {
  const groups: [string, string, RegExp][] = [
    ['editions', 'ceremony', /^Ceremony – must hold fields/],
    ['editions', 'amount', /^Prize sum – must hold fields/],
    ['citations', 'portion', /^Share – must hold fields/],
    ['laureates', 'birth', /^Birth – must hold fields/],
  ]
  test.each(groups)('%s.%s', async (slug, group, said) => {
    const refused = { status: 400, detail: expect.stringMatching(said) as string }
    const made = await editor('POST', `/api/${slug}?locale=en`, { [group]: null })
    expect(await detailOf(made)).toEqual(refused)
    const changed = await editor('PATCH', `/api/${slug}/${ids[slug]}?locale=en`, { [group]: null })
    expect(await detailOf(changed)).toEqual(refused)
  })
})

describe('a file that is not there', () => {
  const everybody = ['admin', 'editor', 'reviewer', 'translator', 'press-officer'] as const
  const answers = (name: string) =>
    Promise.all(
      everybody.map(async (one) => {
        const response = await staff.as(one)('GET', `/api/media/file/${name}`)
        return detailOf(response)
      }),
    )

  const notFound = { status: 404, detail: 'This file was not found.' }

  test('is not found, whoever asks', async () => {
    expect(await answers('none.png')).toEqual(everybody.map(() => notFound))
  })

  test('that was replaced is shown smaller to those who read the picture, so that both can be compared', async () => {
    const opened = await editor('GET', `/api/media/${ids['media']}?locale=en&draft=true`)
    const { filename, base } = (await opened.json()) as { filename: string; base: object }
    const form = new FormData()
    form.set('_payload', JSON.stringify({ base }))
    form.set(
      'file',
      new File([new Uint8Array((await picture('other.png')).data)], 'other.png', { type: 'image/png' }),
    )
    expect((await editor('PATCH', `/api/media/${ids['media']}?locale=en`, form)).status).toBe(200)
    const shown = await Promise.all(
      (['anonymous', ...everybody] as const).map(async (one) => {
        const response = await staff.as(one)('GET', `/api/media/file/${filename}`)
        return [one, response.status, response.headers.get('content-type')]
      }),
    )
    expect(shown).toEqual([
      ['anonymous', 401, expect.stringContaining('json')],
      ...everybody.map((one) => [one, 200, 'image/jpeg']),
    ])
  })

  test('has a name of at most 255 bytes', async () => {
    const longest = await editor('GET', `/api/media/file/${'a'.repeat(251)}.png`)
    expect(longest.status).toBe(404)
    expect(await detailOf(await editor('GET', `/api/media/file/${'a'.repeat(290)}.png`))).toEqual({
      status: 400,
      detail: 'The file has a name that is too long.',
    })
  })

  test('with a broken name is refused', async () => {
    expect((await editor('GET', '/api/media/file/%ff.png')).status).toBe(400)
  })
})
