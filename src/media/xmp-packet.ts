import { xmlText } from '@/formats'

// The words that travel inside a file: XMP (ISO 16684-1) with the properties that IPTC Photo Metadata names.

export type Credits = {
  credit: string
  creator: string | null
  copyrightNotice: string | null
  /** By language, BCP-47; the first is what stands in for others. */
  usageTerms: readonly (readonly [language: string, text: string])[]
}

/** What one JPEG segment holds (65,535 bytes with its length and name). */
const longest = 65_000

/** The packet. Terms of languages that would not fit into a JPEG segment are left out, the last ones first. */
export function xmpPacket(credits: Credits): string {
  for (let kept = credits.usageTerms.length; kept > 0; kept -= 1) {
    const packet = write({ ...credits, usageTerms: credits.usageTerms.slice(0, kept) })
    if (Buffer.byteLength(packet) <= longest) return packet
  }
  return write({ ...credits, usageTerms: [] })
}

function write({ credit, creator, copyrightNotice, usageTerms }: Credits): string {
  const [first] = usageTerms
  const terms = first ? [['x-default', first[1]] as const, ...usageTerms] : []
  const properties = [
    `<photoshop:Credit>${xmlText(credit)}</photoshop:Credit>`,
    creator === null
      ? ''
      : `<dc:creator><rdf:Seq><rdf:li>${xmlText(creator)}</rdf:li></rdf:Seq></dc:creator>`,
    copyrightNotice === null
      ? ''
      : `<dc:rights>${alternatives([['x-default', copyrightNotice]])}</dc:rights>`,
    copyrightNotice === null ? '' : '<xmpRights:Marked>True</xmpRights:Marked>',
    terms.length === 0 ? '' : `<xmpRights:UsageTerms>${alternatives(terms)}</xmpRights:UsageTerms>`,
  ]
  return `<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" xmlns:xmpRights="http://ns.adobe.com/xap/1.0/rights/">
${properties.filter((each) => each !== '').join('\n')}
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>`
}

const alternatives = (texts: readonly (readonly [string, string])[]): string =>
  `<rdf:Alt>${texts.map(([language, text]) => `<rdf:li xml:lang="${language}">${xmlText(text)}</rdf:li>`).join('')}</rdf:Alt>`
