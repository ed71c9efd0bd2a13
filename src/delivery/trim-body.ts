/** The members of a resource's JSON text that `fields` names, in the order of the resource; all where it names none. */
export function trimBody(body: string, fields: readonly string[]): string {
  if (fields.length === 0) return body
  const resource: Record<string, unknown> = JSON.parse(body)
  return JSON.stringify(
    Object.fromEntries(Object.entries(resource).filter(([name]) => fields.includes(name))),
  )
}
