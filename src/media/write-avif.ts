// AVIF is a HEIF file (ISO/IEC 23008-12): items, and a table of where each lies. Our encoder leaves an item for XMP; its
// place becomes the end of the file, behind everything else.

const xmpType = 'mime\0application/rdf+xml\0'

/** The same picture with this packet as its XMP. Throws where there is no item for it: it is none of ours. */
export function writeAvif(data: Buffer, packet: Buffer): Buffer {
  const meta = boxIn(boxes(data, 0, data.length), 'meta')
  // A full box: its version and flags come first.
  const parts = boxes(data, meta.start + 4, meta.end)
  const item = xmpItem(data, boxIn(parts, 'iinf'))
  const head = Buffer.from(data)
  placeItem(head, boxIn(parts, 'iloc'), {
    item,
    at: data.length + 8,
    length: packet.length,
  })
  const box = Buffer.from('\0\0\0\0mdat', 'latin1')
  box.writeUInt32BE(8 + packet.length)
  return Buffer.concat([head, box, packet])
}

type Box = { start: number; end: number; type: string }

function boxIn(found: readonly Box[], type: string): Box {
  const box = found.find((each) => each.type === type)
  if (!box) throw new Error(`This AVIF has no ${type}.`)
  return box
}

/** `start` is behind the length and the name. */
function boxes(data: Buffer, from: number, to: number): Box[] {
  const found: Box[] = []
  for (let at = from; at + 8 <= to;) {
    const end = at + data.readUInt32BE(at)
    if (end < at + 8) break
    found.push({ start: at + 8, end, type: data.toString('latin1', at + 4, at + 8) })
    at = end
  }
  return found
}

// Version 2 of an entry: version and flags, the item (2 bytes), protection (2), its type, a name, a media type.
function xmpItem(data: Buffer, { start, end }: Box): number {
  const entry = boxes(data, start + 6, end).find((box) =>
    data.toString('latin1', box.start + 8, box.end).startsWith(xmpType),
  )
  if (!entry) throw new Error('This AVIF has no item for XMP.')
  return data.readUInt16BE(entry.start + 4)
}

type Place = { item: number; at: number; length: number }

// Version 0 with fields of four bytes, as our encoder writes it; an item of one piece is 18 bytes.
function placeItem(data: Buffer, { start, end }: Box, { item, at, length }: Place): void {
  if (data.readUInt32BE(start) !== 0 || data.readUInt16BE(start + 4) !== 0x4440)
    throw new Error('This AVIF keeps places in another way.')
  for (let entry = start + 8; entry + 18 <= end; entry += 10 + 8 * data.readUInt16BE(entry + 8)) {
    if (data.readUInt16BE(entry) !== item) continue
    data.writeUInt32BE(at, entry + 4)
    data.writeUInt32BE(0, entry + 10)
    data.writeUInt32BE(length, entry + 14)
    return
  }
  throw new Error('This AVIF does not say where its XMP is.')
}
