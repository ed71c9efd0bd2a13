import { expect, test, vi } from 'vitest'

vi.mock('./picture-file.client', () => ({ PictureFileField: 'field' }))
vi.mock('./picture-note.client', () => ({ PictureFileNote: 'note' }))

test.each([
  ['editor', true],
  ['translator', false],
  ['reviewer', false],
] as const)(
  'whether the form offers another file, and tells how to choose one, to: %s',
  async (role, mayChange) => {
    const { PictureFile } = await import('./picture-file')
    const { PictureNote } = await import('./picture-note')
    const user = { roles: [role], locales: ['sv'] } as never
    expect(PictureFile({ user } as never).props).toEqual({ mayChange })
    expect(PictureNote({ user, ofFile: ['credit'] }).props).toEqual({ mayChange, ofFile: ['credit'] })
  },
)
