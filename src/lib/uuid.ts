import { createHash } from 'node:crypto'

/** The UUID of a name within the namespace of a UUID: always the same (RFC 9562, version 5). */
export function nameUuid(namespace: string, name: string): string {
  const bytes = createHash('sha1')
    .update(Buffer.from(namespace.replaceAll('-', ''), 'hex'))
    .update(name)
    .digest()
    .subarray(0, 16)
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x50, 6)
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8)
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
}

/** The namespace of addresses (RFC 9562, section 6.6). */
export const addressNamespace = '6ba7b811-9dad-11d1-80b4-00c04fd430c8'
