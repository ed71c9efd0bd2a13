import { describe, expect, test } from 'vitest'
import { fieldPhrases } from '../../collections/fields/say'
import { textPhrases } from '../../src/formats/text-words'
import { intakePhrases } from '../../src/intake/say'
import { datePhrases } from '../../src/lib/date-words'
import { refusals } from '../../src/lib/errors'
import { mediaPhrases } from '../../src/media/say'
import { previewPhrases } from '../../src/preview/say'
import { releasePhrases } from '../../src/releases/say'
import { digestPhrases } from '../../src/review/digest-words'
import { reviewPhrases } from '../../src/review/say'
import { richTextPhrases } from '../../src/rich-text/say'
import { signInPhrases } from '../../src/sign-in/say'
import { unitPhrases } from '../../src/units/say'
import { webhookPhrases } from '../../src/webhooks/say'
import { workflowPhrases } from '../../src/workflow/say'

// What the server says to people. That no language is missing is the compiler's to say.

const rooms: Record<string, Readonly<Record<string, readonly [sv: string, de: string]>>> = {
  dates: datePhrases,
  fields: fieldPhrases,
  formats: textPhrases,
  intake: intakePhrases,
  refusals: Object.fromEntries(Object.values(refusals).map(({ en, sv, de }) => [en, [sv, de]])),
  media: mediaPhrases,
  releases: releasePhrases,
  preview: previewPhrases,
  digest: digestPhrases,
  review: reviewPhrases,
  units: unitPhrases,
  richText: richTextPhrases,
  signIn: signInPhrases,
  webhooks: webhookPhrases,
  workflow: workflowPhrases,
}

const partsOf = (text: string): string[] => (text.match(/\{\w+\}/g) ?? []).toSorted()

describe.each(Object.entries(rooms))('what %s says', (_room, phrases) => {
  test.each(Object.entries(phrases))('%s', (en, [sv, de]) => {
    expect({ sv: partsOf(sv), de: partsOf(de) }).toEqual({ sv: partsOf(en), de: partsOf(en) })
    expect(sv, 'quoted as in Swedish').not.toMatch(/["“„]/)
    expect(de, 'quoted as in German').not.toMatch(/["”]/)
  })
})
