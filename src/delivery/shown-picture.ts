import type { ImageObject } from 'schema-dts'
import type { Resource } from '@/contract'

// The picture that other websites and search engines show of a resource.

type Picture = Resource<'media'>
type Rendition = Picture['renditions'][number]
export type ShownPicture = { picture: Picture; rendition: Rendition }

const widest = 1280

/** Of the first picture the whole, as JPEG, which everyone can read, and of a middle size. */
export function shownPicture(pictures: readonly Picture[]): ShownPicture | null {
  const [picture] = pictures
  const whole = picture?.renditions.filter(({ use, type }) => use === 'fit' && type === 'image/jpeg') ?? []
  const rendition = whole.find(({ width }) => width <= widest) ?? whole.at(-1)
  return picture && rendition ? { picture, rendition } : null
}

// E37 is the pixel among the units of UN/CEFACT.
const pixels = (value: number) => ({ '@type': 'QuantitativeValue', value, unitCode: 'E37' }) as const

/** In the words of schema.org, with the credit that must stand beside it. */
export const imageNode = (
  { picture, rendition }: ShownPicture,
  apiUrl: string,
): Extract<ImageObject, { '@type': 'ImageObject' }> => ({
  '@type': 'ImageObject',
  contentUrl: apiUrl + rendition.href,
  width: pixels(rendition.width),
  height: pixels(rendition.height),
  creditText: picture.credit,
  ...(picture.caption ? { caption: picture.caption.text } : {}),
  ...(picture.copyrightNotice === null ? {} : { copyrightNotice: picture.copyrightNotice }),
})
