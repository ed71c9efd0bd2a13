import type { Look } from './check-server'
import { fine, orFine, warning, wrong, type Finding } from './finding'

// Triggers that hold the laws of the database by themselves.
export const guards = [
  'audit.entries append_only',
  'audit.entries commits',
  'audit.entries link',
  'audit.head stays',
  'audit.links append_only',
  'editorial.approvals append_only',
  'editorial.approvals four_eyes',
  'editorial.revisions append_only',
  'editorial.steps append_only',
  'editorial.translation_requests state_of_request',
  'editorial.units prepare_unit',
  'editorial.units renew_requests',
  'published.bodies append_only',
  'published.bodies shown',
  'published.current body_changed',
  'published.current body_inserted',
  'published.current_units of_this_release',
  'published.events append_only',
  'published.events gap_free',
  'published.events of_public',
  'published.file_parts seen',
  'published.files gone_with_file',
  'published.files made_of_parts',
  'published.releases append_only',
  'published.resources address_changed',
  'published.resources address_inserted',
  'published.slugs of_public',
  'published.units after_embargo',
  'published.units append_only',
  'published.units approved_only',
]

/** Are they there, and switched on? */
export async function checkGuards({ client }: Look): Promise<readonly Finding[]> {
  const { rows } = await client.query<{ name: string; isOn: boolean }>(
    `select n.nspname || '.' || c.relname || ' ' || t.tgname as name, t.tgenabled in ('O', 'A') as "isOn"
       from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_namespace n on n.oid = c.relnamespace`,
  )
  const off = rows.filter(({ isOn }) => !isOn).map(({ name }) => name)
  const there = new Set(rows.map(({ name }) => name))
  const gone = guards.filter((name) => !there.has(name))
  const tables = [...new Set(off.map((name) => name.split(' ', 1)[0] ?? name))]
  return orFine(
    [
      ...tables.map((table) =>
        wrong(
          'guards',
          `Guards of ${table} are switched off.`,
          `Find out who did it, then run as the owner: alter table ${table} enable trigger all; then npm run audit:verify`,
        ),
      ),
      ...gone.map((name) =>
        wrong(
          'guards',
          `The guard ${name.split(' ')[1]} of ${name.split(' ')[0]} is gone.`,
          'Find out who removed it; restore a backup into another database and compare.',
        ),
      ),
    ],
    fine('guards', 'the triggers that hold the laws are switched on'),
  )
}

/** Only our roles connect, and the owner is no superuser. */
export async function checkDatabaseRights({ client, installation }: Look): Promise<readonly Finding[]> {
  const { rows } = await client.query<{ open: boolean; temporary: boolean; user: string; isSuper: boolean }>(
    `select has_database_privilege('public', current_database(), 'CONNECT') as open,
            has_database_privilege('public', current_database(), 'TEMPORARY') as temporary,
            current_user as user, (select rolsuper from pg_roles where rolname = current_user) as "isSuper"`,
  )
  const [row] = rows
  const name = `database rights`
  const troubles = [
    ...(row?.open || row?.temporary
      ? [
          wrong(
            name,
            'Every role of the server may connect, or make temporary tables.',
            'Start the desk again, which takes both back; or run as the owner: revoke connect, temporary on database … from public',
          ),
        ]
      : []),
    ...(row?.isSuper && installation.urls?.owner !== undefined
      ? [
          warning(
            name,
            `The owner's connection is that of a superuser (${row.user}).`,
            'Give DATABASE_URL a role with CREATEROLE that owns the database; nothing here needs more.',
          ),
        ]
      : []),
  ]
  return orFine(troubles, fine(name, 'only the roles of the desk connect'))
}
