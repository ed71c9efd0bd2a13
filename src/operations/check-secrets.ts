import { existsSync, statSync } from 'node:fs'
import path from 'node:path'
import { deflateRawSync } from 'node:zlib'
import { fine, orFine, warning, wrong, type Finding } from './finding'
import type { Installation } from './installation'

// Secrets are never part of what is said: only their names.

const leastBytes = 32
const leastContent = 20

export function checkSecrets(installation: Installation): readonly Finding[] {
  const { secrets } = installation
  if (!secrets && installation.payloadSecret === undefined && installation.isBundled)
    return [warning('secrets', 'There are none yet.', '"npm start" makes them.')]
  const troubles = [
    ...checkFile(installation.dataDir),
    ...checkSizes(secrets ?? {}),
    ...checkGiven(installation.payloadSecret),
    ...checkDistinct(purposesOf(installation)),
  ]
  return orFine(troubles, fine('secrets', 'long, random, one for each purpose, readable by this user only'))
}

function checkFile(dataDir: string): readonly Finding[] {
  const file = path.join(dataDir, 'secrets.json')
  if (!existsSync(file)) return []
  const { mode, uid } = statSync(file)
  if ((mode & 0o077) !== 0)
    return [wrong('secrets', `Other users of this machine can read ${file}.`, `Run: chmod 600 ${file}`)]
  const me = process.getuid?.()
  if (me === undefined || me === 0 || uid === me) return []
  return [
    warning('secrets', `${file} belongs to another user.`, 'Run the desk and its commands as one user.'),
  ]
}

// Made by us: 32 random bytes in base64url.
function checkSizes(secrets: Readonly<Record<string, string>>): readonly Finding[] {
  return Object.entries(secrets).flatMap(([name, value]) =>
    Buffer.from(value, 'base64url').length >= leastBytes
      ? []
      : [
          wrong(
            'secrets',
            `${name} in secrets.json is shorter than ${leastBytes} random bytes.`,
            'Remove its line while the desk is stopped; the next start makes a new one.',
          ),
        ],
  )
}

/** A secret that somebody chose: as long, and not a word or a pattern. */
function checkGiven(secret: string | undefined): readonly Finding[] {
  if (secret === undefined || contentOf(secret) >= leastContent) return []
  return [
    wrong(
      'secrets',
      'PAYLOAD_SECRET is too simple to be random.',
      'Make one with: openssl rand -hex 32. Everybody has to sign in again, and second steps are set up anew.',
    ),
  ]
}

/** What repeats or follows a pattern shrinks: a rough bound of what there is to guess, in bytes. */
const contentOf = (secret: string): number => deflateRawSync(secret, { level: 9 }).length

function purposesOf({ secrets, payloadSecret, previewSecret, urls }: Installation): Record<string, string> {
  const passwords = Object.entries(urls ?? {}).flatMap(([name, url]) => {
    const password = URL.canParse(url) ? decodeURIComponent(new URL(url).password) : ''
    return password === '' ? [] : [[`the password of the ${name} connection`, password]]
  })
  const own = secrets ? {} : Object.fromEntries(passwords)
  return {
    ...secrets,
    ...own,
    ...(payloadSecret === undefined ? {} : { payloadSecret }),
    ...(previewSecret === undefined ? {} : { previewSecret }),
  }
}

function checkDistinct(purposes: Record<string, string>): readonly Finding[] {
  const first = new Map<string, string>()
  return Object.entries(purposes).flatMap(([name, value]) => {
    const other = first.get(value)
    first.set(value, other ?? name)
    if (other === undefined) return []
    return [
      wrong(
        'secrets',
        `${other} and ${name} are the same.`,
        'Give each purpose a secret of its own: openssl rand -hex 32.',
      ),
    ]
  })
}
