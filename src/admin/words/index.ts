import { collectionsDe } from './collections-de'
import { collectionsEn } from './collections-en'
import { collectionsSv } from './collections-sv'
import { historyDe } from './history-de'
import { historyEn } from './history-en'
import { historySv } from './history-sv'
import { logDe } from './log-de'
import { logEn } from './log-en'
import { logSv } from './log-sv'
import { screensDe } from './screens-de'
import { screensEn } from './screens-en'
import { screensSv } from './screens-sv'
import type { SameAs, Words } from './shape'
import { webhooksDe } from './webhooks-de'
import { webhooksEn } from './webhooks-en'
import { webhooksSv } from './webhooks-sv'
import { workDe } from './work-de'
import { workEn } from './work-en'
import { workSv } from './work-sv'

export type { CollectionWords, Said } from './shape'

export type HistoryWords = SameAs<typeof historyEn>
export type LogWords = SameAs<typeof logEn>
export type WebhookWords = SameAs<typeof webhooksEn>
export type WorkWords = SameAs<typeof workEn>
export type Screens = SameAs<typeof screensEn>

export const languages = ['en', 'sv', 'de'] as const
export type Language = (typeof languages)[number]

export const collectionWords: Record<Language, Words> = {
  en: collectionsEn,
  sv: collectionsSv,
  de: collectionsDe,
}

const screens: Record<Language, Screens> = { en: screensEn, sv: screensSv, de: screensDe }

const logs: Record<Language, LogWords> = { en: logEn, sv: logSv, de: logDe }

const webhooks: Record<Language, WebhookWords> = { en: webhooksEn, sv: webhooksSv, de: webhooksDe }

/** What the screens “Webhooks” say; English where we do not speak the language. */
export const webhookWords = (language: string): WebhookWords => webhooks[language as Language] ?? webhooksEn

const works: Record<Language, WorkWords> = { en: workEn, sv: workSv, de: workDe }

/** What screens say about a person's work; English where we do not speak the language. */
export const workWords = (language: string): WorkWords => works[language as Language] ?? workEn

/** What the screen “Log” says; English where we do not speak the language. */
export const logWords = (language: string): LogWords => logs[language as Language] ?? logEn

const histories: Record<Language, HistoryWords> = { en: historyEn, sv: historySv, de: historyDe }

/** What the history of a document and the screen of conflicts say; English where we do not speak the language. */
export const historyWords = (language: string): HistoryWords => histories[language as Language] ?? historyEn

/** What our own screens say in the language of the person's screens; English where we do not speak it. */
export const screenWords = (language: string): Screens => screens[language as Language] ?? screensEn

/** A sentence begins with a capital letter also where it begins with the name of a language. */
export const capital = (text: string, language: string): string =>
  text.charAt(0).toLocaleUpperCase(language) + text.slice(1)

/** The words for so many, with the number in them as the language writes it. */
export function countInWords(
  words: { one: string; other: string },
  number: number,
  language: string,
): string {
  const isOne = new Intl.PluralRules(language).select(number) === 'one'
  return fill(isOne ? words.one : words.other, { number: number.toLocaleString(language) })
}

/** `text` with each `{name}` filled in. */
export const fill = (text: string, values: Record<string, string | number>): string =>
  text.replaceAll(/\{(\w+)\}/g, (whole, name: string) => (name in values ? String(values[name]) : whole))
