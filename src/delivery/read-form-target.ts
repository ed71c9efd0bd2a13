import {
  formEndings,
  formParameters,
  forms,
  type FallbackMode,
  type FormEnding,
  type ResourceName,
} from '@/contract'
import { isLocale, sourceLocale, type LocaleCode } from '@/lib/locales'
import { readQuery } from './read-query'

export type FormWanted = {
  kind: 'form'
  resource: ResourceName
  ending: FormEnding
  slug: string
  locale: LocaleCode
  fallback: FallbackMode
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
  const values = readQuery(search, formParameters)
  const locale = values.get('locale')
  return {
    kind: 'form',
    resource,
    ending,
    slug: name.slice(0, -ending.length),
    locale: isLocale(locale) ? locale : sourceLocale,
    fallback: values.get('fallback') === 'none' ? 'none' : 'declared',
    search,
  }
}

const has = (ending: FormEnding, resource: ResourceName): boolean =>
  (forms[ending].resources as readonly ResourceName[]).includes(resource)
