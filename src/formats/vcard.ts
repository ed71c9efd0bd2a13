// vCard 4.0 (RFC 6350): escaping, folding, and the frame around the lines.

const longestLine = 75

/** A text as the value of a property that is not made of parts: a semicolon needs no escape there (RFC 6350, section 3.4). */
export const vcardText = (text: string): string =>
  text.replace(/[\\,]/g, String.raw`\$&`).replace(/\r\n?|\n/g, String.raw`\n`)

/** A whole card of content lines such as 'FN:Ana'. Lines end with CRLF and are folded at 75 octets, between characters. */
export const vcard = (lines: readonly string[]): string =>
  ['BEGIN:VCARD', 'VERSION:4.0', ...lines, 'END:VCARD'].map((line) => `${fold(line)}\r\n`).join('')

function fold(line: string): string {
  let folded = ''
  let octets = 0
  for (const character of line) {
    const size = Buffer.byteLength(character)
    if (octets + size > longestLine) {
      folded += '\r\n '
      octets = 1
    }
    folded += character
    octets += size
  }
  return folded
}
