import type { Answer, Signed } from './rest-people'

// A document's form as the browser keeps it: everything is sent back as it was read, but for what was typed.

export type Doc = Record<string, unknown>
export type Form = {
  collection: string
  id: string
  locale: string
  /** As it was last read from the server, with the revisions that it was read at. */
  opened: Doc
  typed: Doc
}

const at = ({ collection, id, locale }: Omit<Form, 'opened' | 'typed'>): string =>
  `/api/${collection}/${id}?locale=${locale}&depth=0&fallback-locale=null&draft=true`

export async function openForm(
  person: Signed,
  where: { collection: string; id: string; locale: string },
): Promise<Form> {
  const { body } = await person.ask('GET', at(where))
  return { ...where, opened: body, typed: {} }
}

/** Presses Save. Accepted, the form shows what the server answers; refused, it keeps what was typed. */
export async function saveForm(person: Signed, form: Form): Promise<Answer> {
  const { id: _id, createdAt: _made, updatedAt: _saved, ...shown } = form.opened
  const answer = await person.ask('PATCH', at(form), { ...shown, ...form.typed, _status: 'draft' })
  if (answer.status === 200) Object.assign(form, { opened: answer.body['doc'] as Doc, typed: {} })
  return answer
}

/** The refusal of an answer: its code and details. */
export const refusalIn = ({ status, body }: Answer): Doc => {
  const [error] = (body['errors'] ?? []) as { message: string; data?: Doc }[]
  return { status, message: error?.message, ...error?.data }
}
