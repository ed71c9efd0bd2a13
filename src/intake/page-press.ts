import { z } from 'zod'
import { joined } from '@/lib/sentence'
import { defined } from './fold-text'
import { about, type Inquiry } from './inquiry'
import { isProse } from './page-layout'
import { beginning, showUnplaced, type Stray } from './page-strays'
import type { PageLine } from './page-types'
import { say } from './say'

type Release = { title: string; url?: string }

/** The titles (and links) listed under "Press releases". Only links are surely titles; other lines are asked about. */
export function readPressReleases(
  lines: readonly PageLine[],
  inquiry: Inquiry,
): { releases: Release[]; strays: Stray[] } {
  const [first] = lines
  if (!first) return { releases: [], strays: [] }
  if (lines.some((line) => isProse(line.text)))
    return { releases: [], strays: [{ lines: [...lines], where: say('under “Press releases”') }] }
  const unsure = lines.filter((line) => line.href === undefined)
  const isList = unsure.length === 0 || askList(unsure, inquiry)
  const titles = isList ? lines : lines.filter((line) => line.href !== undefined)
  return { releases: titles.map((line, index) => toRelease(line, index, inquiry)), strays: [] }
}

function askList(lines: readonly PageLine[], inquiry: Inquiry): boolean {
  const id = `press.${lines[0]?.number ?? 0}`
  const answer = inquiry.ask({
    id,
    text: say('Are these titles of press releases? {titles}', {
      titles: joined(
        lines.slice(0, 5).map((line) => say('“{text}”', { text: beginning(line.text) })),
        ', ',
      ),
    }),
    kind: 'choice',
    required: true,
    options: [
      { value: 'titles', label: say('Yes') },
      { value: 'leave-out', label: say('No, leave them out') },
    ],
    ...about(lines),
  })
  if (answer !== 'titles') {
    const note = say('These lines stand under “Press releases” and are no links.')
    showUnplaced(lines, { path: id, isAnswered: Boolean(answer), note }, inquiry)
  }
  return answer === 'titles'
}

function toRelease(line: PageLine, index: number, inquiry: Inquiry): Release {
  const url = z.url({ protocol: /^https?$/ }).safeParse(line.href).data
  inquiry.show([line], {
    path: `award.pressReleases.${index}.title`,
    label: say('Press release, title'),
    value: line.text,
    confidence: 'check',
    note: say('Only the title stands on the page; the text is added by hand.'),
  })
  return defined({ title: line.text, url })
}
