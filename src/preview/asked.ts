// What the address of a preview asks for.

export const prefix = '/preview'

const types = { avif: 'image/avif', webp: 'image/webp', jpg: 'image/jpeg', png: 'image/png' } as const
type File = { id: string; name: string; type: string }

export type Address = {
  path: string
  locale: string | undefined
  /** A file of a picture. */
  file: File | undefined
  /** A browser asks, and wants no data. */
  wantsPage: boolean
  /** The same address of the public API, in this language, without what is of the preview only. */
  targetIn: (locale: string) => string
}

const ofPreview = new Set(['token', 'as', 'locale'])

export function asked({ url, headers }: Request): Address {
  const { pathname, search, searchParams } = new URL(url)
  const given = search
    .slice(1)
    .split('&')
    .filter((pair) => pair !== '' && !ofPreview.has(pair.split('=', 1)[0] ?? ''))
  // A repeated language is for the API to refuse.
  const locales = searchParams.getAll('locale')
  return {
    path: pathname,
    locale: locales.length > 1 ? locales.join(',') : locales[0],
    file: fileIn(pathname),
    wantsPage: (headers.get('accept') ?? '').includes('text/html') && searchParams.get('as') !== 'data',
    targetIn: (locale) =>
      `${pathname.slice(prefix.length)}?${[`locale=${encodeURIComponent(locale)}`, ...given].join('&')}`,
  }
}

const shape =
  /^\/preview\/v1\/media\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\/([A-Za-z0-9]{20})\.(avif|webp|jpg|png)$/

function fileIn(path: string): File | undefined {
  const [, id = '', name = '', ending] = shape.exec(path) ?? []
  return ending === undefined ? undefined : { id, name, type: types[ending as keyof typeof types] }
}
