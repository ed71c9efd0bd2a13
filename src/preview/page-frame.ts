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

/** For whoever has nothing to see, for whatever reason. */
export function nothingPage(language: ScreenLanguage): string {
  const title = inLanguage(say('Nothing is here'), language)
  const help = inLanguage(
    say(
      'A preview ends after an hour, and when its person signs out. Open it again at the document in the desk.',
    ),
    language,
  )
  return frame({ language, title, body: `<main><h1>${xmlText(title)}</h1><p>${xmlText(help)}</p></main>` })
}
