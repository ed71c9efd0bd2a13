import { phrasebook } from '@/lib/sentence'

export const webhookPhrases = {
  'The address': ['Adressen', 'Die Adresse'],
  'must be a web address such as https://www.example.org/news, in the letters a to z.': [
    'måste vara en webbadress, till exempel https://www.example.org/news, skriven med bokstäverna a till z.',
    'muss eine Webadresse wie https://www.example.org/news sein, geschrieben mit den Buchstaben a bis z.',
  ],
  'must begin with https:// and name no port.': [
    'måste börja med https:// och inte ange någon port.',
    'muss mit https:// beginnen und keinen Port nennen.',
  ],
  'must not hold a name or a password before the host.': [
    'får inte innehålla användarnamn eller lösenord.',
    'darf weder einen Benutzernamen noch ein Passwort enthalten.',
  ],
  'leads to no server that can be found.': [
    'leder inte till någon server som går att hitta.',
    'führt zu keinem Server, der zu finden ist.',
  ],
  'leads to a private network. Webhooks go to public addresses only.': [
    'leder till ett privat nätverk. Webhookar skickas bara till offentliga adresser.',
    'führt in ein privates Netz. Webhooks gehen nur an öffentliche Adressen.',
  ],
  'The description': ['Beskrivningen', 'Die Beschreibung'],
  'is longer than {number} characters.': [
    'är längre än {number} tecken.',
    'ist länger als {number} Zeichen.',
  ],
  Webhooks: ['Webhookar', 'Webhooks'],
  'are limited to {number}. Delete one that is not needed any more.': [
    'är begränsade till {number}. Radera en som inte längre behövs.',
    'sind auf {number} begrenzt. Löschen Sie einen, der nicht mehr gebraucht wird.',
  ],
  'This webhook': ['Den här webhooken', 'Dieser Webhook'],
  'is off. Turn it on first.': [
    'är avstängd. Slå på den först.',
    'ist ausgeschaltet. Schalten Sie ihn zuerst ein.',
  ],
  'This delivery': ['Det här meddelandet', 'Diese Nachricht'],
  'The time': ['Tiden', 'Die Zeit'],
  'lies too far back: more than {number} releases came since.': [
    'ligger för långt tillbaka: fler än {number} publiceringar har skett sedan dess.',
    'liegt zu weit zurück: Seitdem gab es mehr als {number} Veröffentlichungen.',
  ],
  'is still to come. Choose one that has passed.': [
    'ligger i framtiden. Välj en tid som har passerat.',
    'liegt in der Zukunft. Wählen Sie einen vergangenen Zeitpunkt.',
  ],
  'look after webhooks': ['hantera webhookar', 'Webhooks zu verwalten'],
} as const satisfies Record<string, readonly [sv: string, de: string]>

export const say = phrasebook(webhookPhrases)
