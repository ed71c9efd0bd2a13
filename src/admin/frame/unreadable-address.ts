import type { SanitizedConfig } from 'payload'
import { xmlText } from '@/formats'
import { refuse, sayRefusal } from '@/lib/errors'
import { frame, readerOf } from '@/preview'
import { refusalProblem } from '@/workflow'
import { screenWords } from '../words'

/**
 * What somebody gets whose address is no percent-encoded UTF-8 (see lead-addresses.ts): 400, to people a page, to programs a
 * problem. Nothing of the address is said back.
 */
export const answerUnreadable =
  (given: Promise<SanitizedConfig> | SanitizedConfig) =>
  async ({ url, headers }: Request): Promise<Response> => {
    const config = await given
    const language = readerOf(config, headers)
    const refusal = refuse('unreadable_address')
    const isOfPeople =
      !new URL(url).searchParams.has('for') && (headers.get('accept') ?? '').includes('text/html')
    const answer = isOfPeople
      ? new Response(page(config, language), { status: refusal.status, headers: { 'Content-Type': html } })
      : refusalProblem(refusal, language)
    answer.headers.set('Cache-Control', 'private, no-store')
    return answer
  }

const html = 'text/html; charset=utf-8'

function page({ routes }: SanitizedConfig, language: Parameters<typeof frame>[0]['language']): string {
  const { unreadable, notAllowed } = screenWords(language)
  const { message } = sayRefusal(refuse('unreadable_address'), language)
  const lines = [
    `<h1>${xmlText(unreadable)}</h1>`,
    `<p>${xmlText(message)}</p>`,
    `<p><a href="${routes.admin}">${xmlText(notAllowed.back)}</a></p>`,
  ]
  return frame({ language, title: unreadable, body: `<main>${lines.join('')}</main>` })
}
