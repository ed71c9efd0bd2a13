// What the child process is asked and what it answers (`src/processes/picture.ts`).

/** Where the eye goes, in percent from the left and from the top. */
export type Focus = { x: number; y: number }
/** `whole`: everything from an upload. `square`: only the squares, from the stored original. */
export type PictureOrder = { work: 'whole' | 'square'; focus: Focus }

/** `fit` keeps the whole picture, `square` cuts it around the focal point, `original` is for print. */
type RenditionUse = 'original' | 'fit' | 'square'
export type RenditionType = 'image/jpeg' | 'image/png' | 'image/webp' | 'image/avif'
export type MadeRendition = {
  use: RenditionUse
  width: number
  height: number
  type: RenditionType
  data: Buffer
}
/** A rendition as the document keeps it: `name` is random, its ending that of the type. */
export type Rendition = Omit<MadeRendition, 'data'> & { name: string }

/** What the agency and the camera wrote in the file; texts as they stand there. */
export type ToldFacts = {
  credit?: string
  creator?: string
  copyrightNotice?: string
  usageTerms?: string
  source?: string
  caption?: string
  /** EDTF. */
  taken?: string
}

export const endings: Record<RenditionType, string> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
  'image/avif': 'avif',
}

// On the pipe: the length of the JSON that follows (4 bytes, big-endian), the JSON, then the data of each rendition.

type Sent = { told: ToldFacts; made: (Omit<MadeRendition, 'data'> & { bytes: number })[] }

export function packAnswer(told: ToldFacts, made: readonly MadeRendition[]): Buffer {
  const sent: Sent = {
    told,
    made: made.map(({ data, ...rendition }) => ({ ...rendition, bytes: data.length })),
  }
  const json = Buffer.from(JSON.stringify(sent))
  const length = Buffer.alloc(4)
  length.writeUInt32BE(json.length)
  return Buffer.concat([length, json, ...made.map(({ data }) => data)])
}

/** Throws where the answer is not whole. */
export function unpackAnswer(answer: Buffer): { told: ToldFacts; made: MadeRendition[] } {
  const start = 4 + answer.readUInt32BE(0)
  const { told, made } = JSON.parse(answer.toString('utf8', 4, start)) as Sent
  let at = start
  const whole = made.map(({ bytes, ...rendition }) => {
    const data = answer.subarray(at, at + bytes)
    at += bytes
    return { ...rendition, data }
  })
  if (at !== answer.length) throw new Error('The answer about a picture is not whole.')
  return { told, made: whole }
}
