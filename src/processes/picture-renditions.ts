import sharp, { type Sharp } from 'sharp'
import { pictureLimits, type MadeRendition, type PictureOrder, type RenditionType } from '@/media'

const widths = [2560, 1280, 640, 320] as const
const squareSides = [640, 320] as const

// Decoders that nobody needs here are not reachable, whatever a file claims to be.
sharp.block({ operation: ['VipsForeignLoad'] })
sharp.unblock({
  operation: ['VipsForeignLoadJpegBuffer', 'VipsForeignLoadPngBuffer', 'VipsForeignLoadWebpBuffer'],
})
sharp.cache(false)
sharp.concurrency(1)

/**
 * The original without anything that the camera wrote, and smaller pictures of it; none is enlarged. Rejects when the
 * picture is broken. What sharp is not told to keep is gone from every rendition.
 */
export async function makeRenditions(
  picture: Buffer,
  { work, focus }: PictureOrder,
): Promise<MadeRendition[]> {
  const { autoOrient, hasAlpha } = await open(picture).metadata()
  const source: Source = { picture, width: autoOrient.width, height: autoOrient.height, hasAlpha, focus }
  const squares = await makeSquares(source)
  return work === 'square' ? squares : [await makeOriginal(source), ...(await makeFits(source)), ...squares]
}

type Source = Pick<PictureOrder, 'focus'> & {
  picture: Buffer
  width: number
  height: number
  hasAlpha: boolean
}

const open = (picture: Buffer): Sharp =>
  sharp(picture, { failOn: 'warning', limitInputPixels: pictureLimits.pixels, sequentialRead: true })

const upright = (picture: Buffer): Sharp => open(picture).autoOrient()

async function makeOriginal({ picture, hasAlpha }: Source): Promise<MadeRendition> {
  const encoded = hasAlpha
    ? upright(picture).png({ compressionLevel: 9 })
    : upright(picture).jpeg({ quality: 95, chromaSubsampling: '4:4:4' })
  const { data, info } = await encoded.toBuffer({ resolveWithObject: true })
  const type = hasAlpha ? 'image/png' : 'image/jpeg'
  return { use: 'original', width: info.width, height: info.height, type, data }
}

async function makeFits({ picture, width }: Source): Promise<MadeRendition[]> {
  const fitting = widths.filter((each) => each < width)
  // A picture between two widths is there in its own, too.
  const wanted = width < widths[0] ? [width, ...fitting] : fitting.length === 0 ? [width] : fitting
  return shrinking(
    upright(picture),
    'fit',
    wanted.map((each) => ({ width: each })),
  )
}

function makeSquares({ picture, width, height, focus }: Source): Promise<MadeRendition[]> {
  const side = Math.min(width, height)
  const cut = {
    left: startOf(width, side, focus.x),
    top: startOf(height, side, focus.y),
    width: side,
    height: side,
  }
  const sides = squareSides.filter((each) => each < side)
  const wanted = sides.length === squareSides.length ? sides : [Math.min(side, squareSides[0]), ...sides]
  return shrinking(
    upright(picture).extract(cut),
    'square',
    wanted.map((each) => ({ width: each, height: each })),
  )
}

/** Where a piece of `side` begins so that its middle is as near to the focal point as the picture allows. */
const startOf = (length: number, side: number, percent: number): number =>
  Math.min(length - side, Math.max(0, Math.round((length * percent) / 100 - side / 2)))

type Size = { width: number; height?: number }

// Each size is made from the one before: a large picture is decoded once.
async function shrinking(
  from: Sharp,
  use: 'fit' | 'square',
  sizes: readonly Size[],
): Promise<MadeRendition[]> {
  const made: MadeRendition[] = []
  let image = from
  for (const size of sizes) {
    const { data, info } = await image
      .resize({ ...size, fit: 'cover', withoutEnlargement: true })
      .toColourspace('srgb')
      .raw()
      .toBuffer({ resolveWithObject: true })
    const raw = { width: info.width, height: info.height, channels: info.channels }
    image = sharp(data, { raw })
    for (const type of types) {
      const encoded = await encoders[type](image.clone()).toBuffer()
      made.push({ use, width: info.width, height: info.height, type, data: encoded })
    }
  }
  return made
}

const types = ['image/avif', 'image/webp', 'image/jpeg'] as const

const encoders: Record<(typeof types)[number] & RenditionType, (image: Sharp) => Sharp> = {
  // The place where credits will be written (`src/media/write-avif.ts`).
  'image/avif': (image) =>
    image.avif({ quality: 55, effort: 2 }).withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/"/>'),
  'image/webp': (image) => image.webp({ quality: 80 }),
  'image/jpeg': (image) => image.flatten({ background: '#ffffff' }).jpeg({ quality: 82, mozjpeg: true }),
}
