import type { PressKitText, Resource } from '@/contract'
import { xmlText } from '@/formats'
import { outcomeSentence } from './award-outcome'

// The texts of a press kit, from bodies in one language.

type Telling =
  | { kind: 'citation'; body: Resource<'citations'> }
  | { kind: 'biography'; body: Resource<'biographies'> }
  | { kind: 'press-release'; body: Resource<'press-releases'> }

type Piece = { html: string; text: string }

export function kitText({ kind, body }: Telling): PressKitText {
  const { slug, locale } = body
  const { title, pieces } = tell({ kind, body } as Telling)
  const said = pieces.filter((piece) => piece !== undefined)
  return {
    kind,
    slug,
    locale,
    path: `texts/${locale}/${kind}-${slug}`,
    title,
    html: [title === null ? '' : `<h1>${xmlText(title)}</h1>`, ...said.map(({ html }) => html)].join(''),
    text: [title ?? '', ...said.map(({ text }) => text)].filter((text) => text !== '').join('\n\n'),
  }
}

type Told = { title: string | null; pieces: (Piece | undefined)[] }

function tell(telling: Telling): Told {
  switch (telling.kind) {
    case 'citation':
      return tellCitation(telling.body)
    case 'biography': {
      const { citation, short, long } = telling.body
      return { title: citation.title?.text ?? null, pieces: [rich(short), rich(long)] }
    }
    case 'press-release':
      break
  }
  const { title, summary, dateline, body } = telling.body
  return { title: title?.text ?? null, pieces: [paragraph(summary), paragraph(dateline), rich(body)] }
}

function tellCitation({ title, motivation, status, locale }: Resource<'citations'>): Told {
  const outcome = outcomeSentence(status, locale)
  const pieces = [paragraph(motivation), paragraph(outcome === null ? null : { text: outcome })]
  return { title: title?.text ?? null, pieces }
}

const paragraph = (said: { text: string } | null): Piece | undefined =>
  said ? { html: `<p>${xmlText(said.text)}</p>`, text: said.text } : undefined

const rich = (said: { html: string; text: string } | null): Piece | undefined =>
  said ? { html: said.html, text: said.text } : undefined
