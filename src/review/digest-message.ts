import { inLanguage, type Part, type ScreenLanguage } from '@/lib/sentence'
import { say, toldQueues } from './digest-words'
import type { QueueName } from './queues'
import type { Count } from './work'

/** A message as nodemailer takes it. */
export type Message = { to: string; subject: string; text: string; html: string }
export type Reader = { name: string; email: string; language: ScreenLanguage }

type Line = { queue: QueueName; label: Part; count: number }

/**
 * The digest for one person: how much waits in each queue, and where the desk shows it. No name, title or text of a
 * document: e-mail is no place for what is under embargo. Undefined when nothing waits.
 */
export function writeDigest(reader: Reader, counts: readonly Count[], deskUrl: string): Message | undefined {
  const lines = toldQueues
    .map(([queue, label]): Line => ({ queue, label, count: sumOf(counts, queue) }))
    .filter(({ count }) => count > 0)
  const total = lines.reduce((sum, { count }) => sum + count, 0)
  if (total === 0) return undefined
  const subject =
    total === 1 ? say('One thing waits for you') : say('{number} things wait for you', { number: total })
  return {
    to: reader.email,
    subject: inLanguage(subject, reader.language),
    ...bodies(reader, lines, deskUrl),
  }
}

const sumOf = (counts: readonly Count[], queue: string): number =>
  counts.filter((one) => one.queue === queue).reduce((sum, { count }) => sum + count, 0)

function bodies(reader: Reader, lines: readonly Line[], deskUrl: string): { text: string; html: string } {
  const said = (part: Part): string => inLanguage(part, reader.language)
  const hello = said(say('Good morning {name},', { name: reader.name }))
  const intro = said(say('this is what waits for you at the desk:'))
  const closing = said(say('Names and titles stay inside the desk, so this message holds none.'))
  const list = lines.map(({ queue, label, count }) => ({
    label: said(label),
    count,
    url: `${deskUrl}/work?queue=${queue}`,
  }))
  const see = said(say('See it all'))
  const counted = list.map(({ label, count, url }) => `  ${count}  ${label}\n     ${url}`).join('\n')
  const text = `${hello}\n\n${intro}\n\n${counted}\n\n${see}: ${deskUrl}\n\n${closing}\n`
  const items = list
    .map(
      ({ label, count, url }) =>
        `<li><strong>${count}</strong> <a href="${escaped(url)}">${escaped(label)}</a></li>`,
    )
    .join('')
  const html = `<!doctype html><html lang="${reader.language}"><body><p>${escaped(hello)}</p><p>${escaped(intro)}</p><ul>${items}</ul><p><a href="${escaped(deskUrl)}">${escaped(see)}</a></p><p>${escaped(closing)}</p></body></html>`
  return { text, html }
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
const escaped = (text: string): string => text.replaceAll(/[&<>"']/g, (sign) => entities[sign] ?? sign)
