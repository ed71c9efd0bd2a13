import { z } from 'zod'
import { defined } from './fold-text'
import type { Inquiry } from './inquiry'
import { isProse } from './page-layout'
import type { Stray } from './page-strays'
import type { PageLine } from './page-types'

/** The titles (and links) listed under "Press releases"; a text there is no title and is asked about. */
export function readPressReleases(lines: readonly PageLine[], inquiry: Inquiry): { releases: { title: string; url?: string }[]; strays: Stray[] } {
  const titles = lines.filter((line) => !isProse(line.text))
  const prose = lines.filter((line) => isProse(line.text))
  const isList = prose.length === 0
  const releases = isList ? titles.map((line, index) => toRelease(line, index, inquiry)) : []
  const strays: Stray[] = isList ? [] : [{ lines: [...lines], where: 'under “Press releases”' }]
  return { releases, strays }
}

function toRelease(line: PageLine, index: number, inquiry: Inquiry): { title: string; url?: string } {
  const url = z.url({ protocol: /^https?$/ }).safeParse(line.href).data
  inquiry.show([line], {
    path: `award.pressReleases.${index}.title`,
    label: 'Press release, title',
    value: line.text,
    confidence: 'check',
    note: 'Only the title stands on the page; the text is added by hand.',
  })
  return defined({ title: line.text, url })
}
