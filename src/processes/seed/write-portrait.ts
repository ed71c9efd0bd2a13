import sharp from 'sharp'
import type { Portrait } from './portraits'
import { writeDraft, type Writer } from './write-draft'

/** Saves a drawing as a picture, as if it had been uploaded. Returns its id. */
export async function writePortrait(writer: Writer, portrait: Portrait): Promise<string> {
  const { drawing, focus, credit, creator, english, words } = portrait
  const data = await sharp(Buffer.from(drawing)).jpeg({ quality: 95 }).toBuffer()
  return writeDraft(writer, {
    collection: 'media',
    english: { credit, creator, focalX: focus.x, focalY: focus.y, ...english },
    words,
    file: { name: 'drawing.jpg', data, mimetype: 'image/jpeg', size: data.length },
  })
}
