import { phrasebook } from '@/lib/sentence'
import type { QueueName } from './queues'

export const digestPhrases = {
  'One thing waits for you': ['En sak väntar på dig', 'Eine Sache wartet auf Sie'],
  '{number} things wait for you': ['{number} saker väntar på dig', '{number} Sachen warten auf Sie'],
  'Good morning {name},': ['God morgon {name}!', 'Guten Morgen {name},'],
  'this is what waits for you at the desk:': ['Det här väntar på dig:', 'das wartet auf Sie:'],
  'Returned to you with changes to make': [
    'Återlämnat till dig med ändringar att göra',
    'Mit Änderungswünschen an Sie zurückgegeben',
  ],
  'Due soon or overdue': ['Ska vara klart snart, eller är försenat', 'Bald fällig oder überfällig'],
  'Ready for your review': ['Klart för din granskning', 'Bereit für Ihre Prüfung'],
  'Exceptions that need a second person': [
    'Undantag som behöver en andra person',
    'Ausnahmen, die eine zweite Person brauchen',
  ],
  'Sent to translation and not begun': [
    'Skickat till översättning och inte påbörjat',
    'Zur Übersetzung geschickt und noch nicht begonnen',
  ],
  'Translations whose source has changed': [
    'Översättningar vars källtext har ändrats',
    'Übersetzungen, deren Ausgangstext sich geändert hat',
  ],
  'Approved and ready to publish': [
    'Godkänt och klart att publicera',
    'Freigegeben und bereit zur Veröffentlichung',
  ],
  'See it all': ['Se allt', 'Alles ansehen'],
  'Names and titles stay inside the desk, so this message holds none.': [
    'Namn och titlar stannar i systemet, så det här meddelandet innehåller inga.',
    'Namen und Titel bleiben im System, daher enthält diese Nachricht keine.',
  ],
} as const satisfies Record<string, readonly [sv: string, de: string]>

export const say = phrasebook(digestPhrases)

/** What a digest tells of, most urgent first. Queues that only inform are not among them. */
export const toldQueues = [
  ['due', say('Due soon or overdue')],
  ['returned', say('Returned to you with changes to make')],
  ['review', say('Ready for your review')],
  ['exceptions', say('Exceptions that need a second person')],
  ['not-begun', say('Sent to translation and not begun')],
  ['source-changed', say('Translations whose source has changed')],
  ['publish', say('Approved and ready to publish')],
] as const satisfies readonly (readonly [QueueName, unknown])[]
