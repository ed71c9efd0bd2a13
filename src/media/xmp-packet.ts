import { xmlText } from '@/formats'

// The words that travel inside a file: XMP (ISO 16684-1) with the properties that IPTC Photo Metadata names.

export type Credits = {
  credit: string
  creator: string | null
  copyrightNotice: string | null
  /** By language, BCP-47; the first is what stands in for others. */
  usageTerms: InLanguages
  captions: InLanguages
}
type InLanguages = readonly (readonly [language: string, text: string])[]

/** What one JPEG segment holds (65,535 bytes with its length and name). */
const longest = 65_000

/**
 * The packet. Of what would not fit into a JPEG segment, captions are left out before terms, those of the last languages
 * first.
 */
export function xmpPacket(credits: Credits): string {
  const { captions, usageTerms } = credits
  const shorter = [
    ...downFrom(captions.length).map((kept) => ({ ...credits, captions: captions.slice(0, kept) })),
    ...downFrom(usageTerms.length).map((kept) => ({
      ...credits,
      captions: [],
      usageTerms: usageTerms.slice(0, kept),
    })),
  ]
  for (const kept of shorter) {
    const packet = write(kept)
    if (Buffer.byteLength(packet) <= longest) return packet
  }
  throw new Error('A credit does not fit into a picture.')
}

const downFrom = (count: number): number[] => Array.from({ length: count + 1 }, (_, place) => count - place)

function write({ credit, creator, copyrightNotice, usageTerms, captions }: Credits): string {
  const properties = [
    `<photoshop:Credit>${xmlText(credit)}</photoshop:Credit>`,
    creator === null
      ? ''
      : `<dc:creator><rdf:Seq><rdf:li>${xmlText(creator)}</rdf:li></rdf:Seq></dc:creator>`,
    inLanguages('dc:rights', copyrightNotice === null ? [] : [['x-default', copyrightNotice]]),
    copyrightNotice === null ? '' : '<xmpRights:Marked>True</xmpRights:Marked>',
    inLanguages('xmpRights:UsageTerms', withDefault(usageTerms)),
    inLanguages('dc:description', withDefault(captions)),
  ]
  return `<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" xmlns:xmpRights="http://ns.adobe.com/xap/1.0/rights/">
${properties.filter((each) => each !== '').join('\n')}
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>`
}

const withDefault = (texts: InLanguages): InLanguages => {
  const [first] = texts
  return first ? [['x-default', first[1]], ...texts] : []
}

const inLanguages = (name: string, texts: InLanguages): string =>
  texts.length === 0 ? '' : `<${name}>${alternatives(texts)}</${name}>`

const alternatives = (texts: readonly (readonly [string, string])[]): string =>
  `<rdf:Alt>${texts.map(([language, text]) => `<rdf:li xml:lang="${language}">${xmlText(text)}</rdf:li>`).join('')}</rdf:Alt>`
