import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { validateXML } from 'xmllint-wasm'

// XML held against the schemas of its formats, by libxml2.

const read = (url: string): string => readFileSync(fileURLToPath(url), 'utf8')

// The schema of sitemaps leaves other vocabularies to their own schemas; of XHTML there is the link to another language.
const xhtml = `<xsd:schema xmlns:xsd="http://www.w3.org/2001/XMLSchema" targetNamespace="http://www.w3.org/1999/xhtml">
  <xsd:element name="link"><xsd:complexType>
    <xsd:attribute name="rel" use="required" type="xsd:NMTOKENS"/>
    <xsd:attribute name="hreflang" use="required" type="xsd:language"/>
    <xsd:attribute name="href" use="required" type="xsd:anyURI"/>
  </xsd:complexType></xsd:element>
</xsd:schema>`
const both = `<xsd:schema xmlns:xsd="http://www.w3.org/2001/XMLSchema">
  <xsd:import namespace="http://www.sitemaps.org/schemas/sitemap/0.9" schemaLocation="sitemap.xsd"/>
  <xsd:import namespace="http://www.w3.org/1999/xhtml" schemaLocation="xhtml.xsd"/>
</xsd:schema>`

/** Why this is no Atom (RFC 4287). */
export const atomFaults = (xml: string): Promise<string[]> =>
  faults({
    xml,
    extension: 'relaxng',
    schema: read(new URL('schemas/atom.rng', import.meta.url).href),
  })

/** Why this is no sitemap (sitemaps.org 0.9). */
export const sitemapFaults = (xml: string): Promise<string[]> =>
  faults({
    xml,
    schema: { fileName: 'both.xsd', contents: both },
    preload: [
      {
        fileName: 'sitemap.xsd',
        contents: read(new URL('../../schema/sitemap.xsd', import.meta.resolve('sitemap')).href),
      },
      { fileName: 'xhtml.xsd', contents: xhtml },
    ],
  })

async function faults(options: Parameters<typeof validateXML>[0]): Promise<string[]> {
  const { errors } = await validateXML({ maxMemoryPages: 4096, ...options })
  return errors.map(({ message }) => message)
}
