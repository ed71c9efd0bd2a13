import type { ClientBase, Pool } from 'pg'

/** Remembers in which language somebody reads the screens, so that e-mail speaks the same. */
export async function rememberLanguage(
  client: ClientBase | Pool,
  person: string,
  language: string,
): Promise<void> {
  await client.query(
    `insert into editorial.screen_languages as s (person, language) values ($1, $2)
     on conflict (person) do update set language = excluded.language where s.language <> excluded.language`,
    [person, language],
  )
}
