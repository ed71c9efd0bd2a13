import { localeCodes } from '@/lib/locales'
import type { Stage, StageOfUnit } from '@/units'
import { stageMarks, unitsInWords, type StageMark } from '../units/say-units'
import { capital, fill, screenWords } from '../words'

/** A stage and who stands there: `units` in short, `all` by name. */
export type ListMark = StageMark & { units: string; all: string }

const order: readonly (Stage | 'empty')[] = [
  'public',
  'approved',
  'in-review',
  'changes-requested',
  'writing',
  'taken-down',
]
const rank = (unit: string): number => ['shared', ...localeCodes].indexOf(unit)
const most = 3

type Stood = Omit<StageOfUnit, 'isSent'>

/** The units of a document by stage, as a line of a list shows them to somebody who sees these of them. */
export function listMarks<Unit extends Stood>(
  units: readonly Unit[],
  language: string,
  isSeen: (unit: Unit) => boolean = () => true,
): ListMark[] {
  const isShown = units.some(({ unit, isPublic }) => unit !== 'shared' && isPublic)
  const marked = units
    .filter(isSeen)
    .toSorted((a, b) => rank(a.unit) - rank(b.unit))
    .flatMap(({ unit, stage, isPublic }) =>
      stageMarks(
        {
          stage,
          publicIsOlder: isPublic && stage !== 'public',
          waitsForLanguage: unit === 'shared' && isPublic && !isShown,
        },
        language,
      ).map((mark) => ({ mark, unit })),
    )
  const texts = [...new Set(marked.map(({ mark }) => mark.text))]
  return texts
    .flatMap((text): ListMark[] => {
      const here = marked.filter(({ mark }) => mark.text === text)
      const stage = here[0]?.mark.stage ?? 'empty'
      return [{ stage, text, ...named(here, language) }]
    })
    .toSorted((a, b) => order.indexOf(a.stage) - order.indexOf(b.stage))
}

function named(units: readonly { unit: string }[], language: string): { units: string; all: string } {
  const all = capital(unitsInWords(units, language), language)
  const texts = units.filter(({ unit }) => unit !== 'shared')
  if (texts.length <= most) return { units: all, all }
  const words = screenWords(language).units
  const short = units.length === texts.length ? words.many : words.manyAndShared
  return { units: fill(short, { count: texts.length }), all }
}
