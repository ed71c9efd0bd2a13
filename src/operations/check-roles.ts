import { fine, orFine, wrong, type Finding } from './finding'
import type { Look } from './check-server'
import { readRights, readRole, type Rights, type Role } from './read-rights'

// Do the roles have exactly the rights that they should? Read from the catalogue, as the sum of what was granted to the
// role and to everybody.

const again = 'Somebody changed it by hand: take it back as the owner.'

/** Tables of schema `published` that only publishing reads. */
const inner = ['releases', 'units', 'current_units', 'refs'].map((name) => `published.${name}`)
export const served = [
  'bodies',
  'current',
  'events',
  'file_parts',
  'files',
  'head',
  'heartbeat',
  'resources',
  'search',
  'search_names',
  'slugs',
].map((name) => `published.${name}`)

export async function checkReader({ client }: Look): Promise<readonly Finding[]> {
  const name = 'delivery_reader'
  const check = `role ${name}`
  const role = await readRole(client, name)
  if (!role) return [missing(check)]
  const rights = await readRights(client, name)
  const troubles = [
    ...ofAttributes(check, role),
    ...ofReaderSettings(check, role),
    ...ofPlaces({ check, rights, schemas: ['published'] }),
    ...rights.tables.flatMap(({ table, may, mayColumns }) =>
      ofReaderTable(check, table, [...new Set([...may, ...mayColumns])]),
    ),
    ...served
      .filter((table) => !rights.tables.some((one) => one.table === table && one.may.includes('SELECT')))
      .map((table) =>
        wrong(check, `It cannot read ${table}.`, `Run as the owner: grant select on ${table} to ${name}`),
      ),
  ]
  return orFine(troubles, fine(check, 'reads what is public, and nothing else'))
}

function ofReaderTable(check: string, table: string, may: readonly string[]): Finding[] {
  const isOpen = table.startsWith('published.') && !inner.includes(table)
  const tooMuch = may.filter((right) => !isOpen || right !== 'SELECT')
  return ofTooMuch({ check, table, role: 'delivery_reader' }, tooMuch)
}

type Held = { check: string; table: string; role: string }

function ofTooMuch({ check, table, role }: Held, tooMuch: readonly string[]): Finding[] {
  if (tooMuch.length === 0) return []
  const rights = tooMuch.join(', ').toLowerCase()
  return [
    wrong(
      check,
      `It may ${rights} ${table}.`,
      `Run as the owner: revoke ${rights} on ${table} from ${role}, public`,
    ),
  ]
}

function ofReaderSettings(check: string, { settings, connectionLimit }: Role): Finding[] {
  const timeout = settings['statement_timeout'] ?? '0'
  return [
    ...(settings['default_transaction_read_only'] === 'on'
      ? []
      : [
          wrong(
            check,
            'Its transactions are not read-only.',
            'Run as the owner: alter role delivery_reader set default_transaction_read_only = on',
          ),
        ]),
    ...(/^0(ms|s|min)?$/.test(timeout)
      ? [
          wrong(
            check,
            'Its statements may run without end.',
            "Run as the owner: alter role delivery_reader set statement_timeout = '3s'",
          ),
        ]
      : []),
    ...(connectionLimit > 0 && connectionLimit <= 200
      ? []
      : [
          wrong(
            check,
            'It may take every connection of the database.',
            'Run as the owner: alter role delivery_reader connection limit 50',
          ),
        ]),
  ]
}

/** Written once and never again: the desk may add, but neither change nor remove. */
const appendOnly = [
  'published.releases',
  'published.units',
  'published.bodies',
  'published.events',
  'editorial.revisions',
  'editorial.approvals',
  'editorial.steps',
  'audit.entries',
  'audit.links',
  'audit.head',
]
const chain = ['audit.links', 'audit.head', 'public.payload_migrations']

export async function checkWriter({ client }: Look): Promise<readonly Finding[]> {
  const name = 'desk_writer'
  const check = `role ${name}`
  const role = await readRole(client, name)
  if (!role) return [missing(check)]
  const rights = await readRights(client, name)
  const troubles = [
    ...ofAttributes(check, role),
    ...ofPlaces({ check, rights }),
    ...rights.tables.flatMap(({ table, may, mayColumns }) =>
      ofWriterTable(check, table, [...may, ...mayColumns]),
    ),
    ...(rights.maySwitchTriggersOff
      ? [wrong(check, 'It may switch the guards of the log and of what is public off.', again)]
      : []),
    ...ofLogColumns(check, rights),
  ]
  return orFine(troubles, fine(check, 'writes what the desk writes; the log and what is public only grow'))
}

function ofWriterTable(check: string, table: string, may: readonly string[]): Finding[] {
  const refused = new Set([
    'TRUNCATE',
    'TRIGGER',
    'REFERENCES',
    ...(appendOnly.includes(table) || chain.includes(table) ? ['UPDATE', 'DELETE'] : []),
    ...(chain.includes(table) ? ['INSERT'] : []),
  ])
  const tooMuch = [...new Set(may)].filter((right) => refused.has(right))
  return ofTooMuch({ check, table, role: 'desk_writer' }, tooMuch)
}

// Number and time of an entry are the database's own.
const ofLogColumns = (check: string, { mayDateTheLog }: Rights): Finding[] =>
  mayDateTheLog
    ? [
        wrong(
          check,
          'It may choose the time and number of entries of the log.',
          'Run as the owner: revoke insert on audit.entries from desk_writer, then grant it anew by column as the migration does.',
        ),
      ]
    : []

const missing = (check: string): Finding => wrong(check, 'There is no such role.', '"npm start" makes it.')

function ofAttributes(check: string, role: Role): Finding[] {
  const { powers, memberships, owned } = role
  return [
    ...powers.map((power) => wrong(check, `It has ${power}.`, `Run: alter role ${role.name} no${power}`)),
    ...(memberships > 0 ? [wrong(check, 'It has the rights of other roles too.', again)] : []),
    ...(owned > 0
      ? [
          wrong(
            check,
            `It owns ${owned} tables or functions, so it can change the guards on them.`,
            `Run: reassign owned by ${role.name} to laureate_desk_owner`,
          ),
        ]
      : []),
  ]
}

type Places = { check: string; rights: Rights; schemas?: readonly string[] }

function ofPlaces({ check, rights, schemas }: Places): Finding[] {
  const strange = rights.usage.filter((schema) => schemas && !schemas.includes(schema))
  return [
    ...strange.map((schema) => wrong(check, `It may enter schema ${schema}.`, again)),
    ...rights.creates.map((place) => wrong(check, `It may create things in ${place}.`, again)),
    ...(rights.mayMakeTemporary
      ? [
          wrong(
            check,
            'It may make temporary tables.',
            'Run: revoke temporary on database … from public; the next start does it too.',
          ),
        ]
      : []),
  ]
}
