import { expect, test, vi } from 'vitest'

vi.mock('./picture-file.client', () => ({ PictureFileField: 'field' }))

test.each([
  ['editor', true],
  ['translator', false],
  ['reviewer', false],
] as const)('whether the form offers another file to: %s', async (role, mayChange) => {
  const { PictureFile } = await import('./picture-file')
  const user = { roles: [role], locales: ['sv'] }
  const { props } = PictureFile({ user } as unknown as Parameters<typeof PictureFile>[0])
  expect(props).toEqual({ mayChange })
})
