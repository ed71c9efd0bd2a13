import type { FlattenedField, PayloadRequest } from 'payload'
import { isDerived, isOfUnits, plainValue, type Values } from './unit-values'

// What a document keeps beside its units: notes for colleagues, the key of an import. It is in no revision and nobody
// approves it, but two people may still write it at once.

/** The fields of a document that are in no unit and that somebody writes. They stand at its top. */
export const insideFields = (fields: readonly FlattenedField[]): FlattenedField[] =>
  fields.filter((field) => !isOfUnits(field) && !isDerived(field))

/** Their values in a document as stored, by name; null where empty. */
export const insideValues = (fields: readonly FlattenedField[], doc: Values): Values =>
  Object.fromEntries(insideFields(fields).map(({ name }) => [name, plainValue(doc[name] ?? null)]))

/** The same without what this person may not read. */
export async function readableInside(
  req: PayloadRequest,
  fields: readonly FlattenedField[],
  doc: Values,
): Promise<Values> {
  const found: FlattenedField[] = []
  for (const field of insideFields(fields)) if (await mayRead(req, field)) found.push(field)
  return insideValues(found, doc)
}

async function mayRead(req: PayloadRequest, field: FlattenedField): Promise<boolean> {
  const rule = 'access' in field ? field.access?.read : undefined
  return rule ? await rule({ req }) : true
}
