import { createHash } from 'node:crypto'
import type { Credits } from './xmp-packet'

// The same credits for systems that read nothing newer: IPTC IIM 4.2 inside of a Photoshop image resource (Adobe Photoshop
// File Formats Specification), as JPEG files carry it in APP13.

/** Record and number of a DataSet, and the most bytes that it holds (IIM 4.2, chapters 5 and 6). */
const dataSets = {
  creator: [2, 80, 32],
  credit: [2, 110, 32],
  copyrightNotice: [2, 116, 128],
  caption: [2, 120, 2000],
} as const

const version = Buffer.from([0, 4])
/** ISO 2022: the texts are UTF-8. */
const utf8 = Buffer.from('\u001b%G')

/** An APP13 segment. Texts that the standard has no room for are cut; XMP has the whole. */
export function iptcSegment({ credit, creator, copyrightNotice, captions }: Credits): Buffer {
  const said = { creator, credit, copyrightNotice, caption: captions[0]?.[1] ?? null }
  const texts = Object.entries(dataSets).flatMap(([name, [record, number, most]]) => {
    const text = said[name as keyof typeof said]
    return text === null ? [] : [dataSet(record, number, fitting(text, most))]
  })
  const block = Buffer.concat([
    dataSet(1, 0, version),
    dataSet(1, 90, utf8),
    dataSet(2, 0, version),
    ...texts,
  ])
  // The digest says that both were written together, so that whoever reads both takes the longer texts of XMP.
  const digest = createHash('md5').update(block).digest()
  const body = Buffer.concat([
    Buffer.from('Photoshop 3.0\0', 'latin1'),
    imageResource(0x0404, block),
    imageResource(0x0425, digest),
  ])
  const head = Buffer.from([0xff, 0xed, 0, 0])
  head.writeUInt16BE(body.length + 2, 2)
  return Buffer.concat([head, body])
}

function dataSet(record: number, number: number, data: Buffer): Buffer {
  const head = Buffer.from([0x1c, record, number, 0, 0])
  head.writeUInt16BE(data.length, 3)
  return Buffer.concat([head, data])
}

// Its name is empty; odd data is followed by a zero.
function imageResource(id: number, data: Buffer): Buffer {
  const head = Buffer.alloc(12)
  head.write('8BIM', 'latin1')
  head.writeUInt16BE(id, 4)
  head.writeUInt32BE(data.length, 8)
  return Buffer.concat([head, data, Buffer.alloc(data.length % 2)])
}

/** As many whole words as fit; of the first word, if it does not fit, as many whole characters. */
function fitting(text: string, most: number): Buffer {
  let kept = ''
  for (const { segment } of new Intl.Segmenter().segment(text)) {
    if (Buffer.byteLength(kept + segment) > most) return Buffer.from(/^.*\S(?=\s)/su.exec(kept)?.[0] ?? kept)
    kept += segment
  }
  return Buffer.from(kept)
}
