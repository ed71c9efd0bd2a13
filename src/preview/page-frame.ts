import { xmlText } from '@/formats'
import { inLanguage, type ScreenLanguage } from '@/lib/sentence'
import { prefix } from './asked'
import { say } from './say'

// A page without scripts. Its title says nothing of the document: titles are kept in histories and shown by tabs.

type Framed = { language: ScreenLanguage; title: string; body: string }

export const frame = ({ language, title, body }: Framed): string => `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex, nofollow">
<title>${xmlText(title)}</title>
<link rel="stylesheet" href="${prefix}/v1/preview.css">
</head>
<body>
${body}
</body>
</html>
`

const reasons = {
  over: [
    say('Nothing is here'),
    say(
      'A preview ends after an hour, and when its person signs out. Open it again at the document in the desk.',
    ),
  ],
  slash: [say('The address has a slash too many at its end'), say('Remove it and open the address again.')],
  elsewhere: [
    say('Nothing is here'),
    say(
      'A preview shows one document in one language; nothing of it is at this address. Open it again at the document in the desk.',
    ),
  ],
} as const

/** Why nothing is shown, as far as its reader may know: `over` for every reason that is of the token. */
export type Why = keyof typeof reasons

type Nothing = { language: ScreenLanguage; why: Why; desk: string }

/** For whoever has nothing to see. `desk` is the address of the desk. */
export function nothingPage({ language, why, desk }: Nothing): string {
  const [title, help] = reasons[why].map((said) => inLanguage(said, language)) as [string, string]
  const link = `<a href="${xmlText(desk)}">${xmlText(inLanguage(say('To Laureate Desk'), language))}</a>`
  const body = `<main><h1>${xmlText(title)}</h1><p>${xmlText(help)}</p><p>${link}</p></main>`
  return frame({ language, title, body })
}
