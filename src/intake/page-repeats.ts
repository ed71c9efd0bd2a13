import { about, type Inquiry } from './inquiry'
import { sectionNames, type SectionKey } from './page-labels'
import type { Region } from './page-layout'
import type { Sentence } from '@/lib/sentence'
import type { Confidence } from './page-types'
import { say } from './say'

// A label can stand on the page twice: in a menu (nothing under it), with the same text again, or with
// another text.

const textOf = (region: Region): string => region.lines.map((line) => line.text).join('\n')

/** Regions without empty repeats and copies. A second, different long or short text is asked about. */
export function joinRepeated(regions: readonly Region[], inquiry: Inquiry): Region[] {
  const kept: Region[] = []
  for (const region of regions) {
    const before = kept.filter((each) => each.key === region.key && each.lines.length > 0)
    if (before.length === 0 || region.lines.length === 0) kept.push(region)
    else if (before.some((each) => textOf(each) === textOf(region)))
      leaveOut(region, { note: say('The same text stands on the page twice.'), confidence: 'check' }, inquiry)
    else if (!isText(region.key) || askJoin(region, inquiry) === 'join') kept.push(region)
  }
  return kept
}

const isText = (key: Region['key']): boolean => key === 'long' || key === 'short' || key === 'motivation'

function askJoin(region: Region, inquiry: Inquiry): 'join' | undefined {
  const number = region.label?.number ?? 0
  const name = say(sectionNames[region.key as SectionKey])
  const answer = inquiry.ask({
    id: `section.${number}`,
    text: say(
      '“{name}” stands on the page a second time, with another text (line {line}). Does that text belong to it as well?',
      { name, line: number },
    ),
    kind: 'choice',
    required: true,
    options: [
      { value: 'join', label: say('Yes, add it') },
      { value: 'leave-out', label: say('No, leave it out') },
    ],
    ...about(region.lines),
  })
  if (answer === 'join') return 'join'
  const said = answer
    ? { note: say('Left out, as answered.'), confidence: 'check' as const }
    : { note: say('“{name}” stands on the page twice.', { name }), confidence: 'odd' as const }
  leaveOut(region, said, inquiry)
  return undefined
}

function leaveOut(region: Region, said: { note: Sentence; confidence: Confidence }, inquiry: Inquiry): void {
  inquiry.show(region.lines, {
    path: `section.${region.label?.number ?? 0}`,
    label: say('Not placed'),
    value: '',
    ...said,
  })
}
