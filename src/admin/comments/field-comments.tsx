import { FieldThreads } from './field-threads.client'

/** A field of a unit as it was read. */
export type ReadField = {
  collection: string
  id: string
  unit: string
  /** The revision on screen; null while nothing is written. */
  revision: string | null
  path: string
}

/** What colleagues say about one field stands below it. */
export const FieldComments = ({ unit, path }: ReadField) => <FieldThreads path={path} unit={unit} />
