import { formEndings, readerParameters, forms, type FormEnding, type ResourceName } from '@/contract'
import { readQuery } from './read-query'
import { readerOf, type Reader } from './reader'

export type FormWanted = Reader & {
  kind: 'form'
  resource: ResourceName
  ending: FormEnding
  slug: string
  search: string
}

/** What `/v1/{resource}/{slug}.{ending}?…` asks for; undefined where the resource has no such form. Throws Refused (400). */
export function readFormTarget(
  resource: ResourceName,
  rest: readonly string[],
  search: string,
): FormWanted | undefined {
  const [name = ''] = rest
  const ending = formEndings.find((each) => name.endsWith(each) && has(each, resource))
  if (ending === undefined || rest.length !== 1 || name === ending || name.length > 300) return undefined
  return {
    kind: 'form',
    resource,
    ending,
    slug: name.slice(0, -ending.length),
    ...readerOf(readQuery(search, readerParameters)),
    search,
  }
}

const has = (ending: FormEnding, resource: ResourceName): boolean =>
  (forms[ending].resources as readonly ResourceName[]).includes(resource)
