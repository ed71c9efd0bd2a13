import type { Forms, Lists, Locale, Singles } from './api'

// What the methods take and give, made of the types of the contract.

export type ListName = keyof Lists
export type ResourceName = keyof Singles
export type FormName = keyof Forms
export type FormEnding<N extends FormName> = keyof Forms[N] & string

/** In which language, and what may stand in for it. */
export type Reader = { locale?: Locale | undefined; fallback?: 'none' | 'declared' | undefined }
export type Signalled = { signal?: AbortSignal | undefined }

export type Item<N extends ListName> = Lists[N]['item']
export type Resource<N extends ResourceName = ResourceName> = Singles[N]['resource']
type IncludeName<N extends ResourceName> = keyof Singles[N]['included']

type ListField<N extends ListName> = N extends 'search' ? never : keyof Item<N>
export type ListQuery<N extends ListName, F extends keyof Item<N>> = Lists[N]['query'] &
  Signalled & { fields?: readonly (F & ListField<N>)[] | undefined }

export type Page<N extends ListName, F extends keyof Item<N>> = Omit<Lists[N]['page'], 'data'> & {
  data: Pick<Item<N>, F>[]
}

export type SingleQuery<
  N extends ResourceName,
  F extends keyof Resource<N>,
  I extends IncludeName<N>,
> = Singles[N]['query'] &
  Signalled & { fields?: readonly F[] | undefined; include?: readonly I[] | undefined }

/** The resource, or what `fields` asked for; and with `include` what that brings. */
export type Answer<N extends ResourceName, F extends keyof Resource<N>, I extends IncludeName<N>> = Pick<
  Resource<N>,
  F
> &
  ([I] extends [never] ? unknown : { included: Required<Pick<Singles[N]['included'], I>> })

export type { IncludeName }
