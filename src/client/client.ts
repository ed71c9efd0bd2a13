import type { CurrentEditionQuery, Forms, Lists, PressKit } from './api'
import { createAnswers } from './answers'
import { ask, type Asking, type Question, type Reply } from './ask'
import { ProblemError } from './problem-error'
import { sync, type SyncOptions, type Synced, type SyncStore } from './sync'
import type {
  Answer,
  FormEnding,
  FormName,
  IncludeName,
  Item,
  ListName,
  ListQuery,
  Page,
  Reader,
  Resource,
  ResourceName,
  Signalled,
  SingleQuery,
} from './shapes'

export type ClientSettings = Reader &
  Partial<Asking> & {
    /** The address of the API, such as https://api.example.org. */
    url: string
    /** How many characters of answers are kept, to ask for them by entity tag; 0 keeps none. */
    keptCharacters?: number
  }

type Query = Record<string, unknown>

/** Reads a Laureate Desk. Every method rejects with a ProblemError where there is no answer. */
export class Client {
  readonly #base: string
  readonly #reader: Reader
  readonly #asking: Asking
  readonly #answers: ReturnType<typeof createAnswers>

  constructor({ url, locale, fallback, keptCharacters = 8_000_000, ...asking }: ClientSettings) {
    this.#base = new URL(url).href.replace(/\/+$/, '')
    this.#reader = { locale, fallback }
    const { fetch: own = fetch, timeoutMs = 10_000, retries = 3, longestWaitMs = 30_000 } = asking
    // Called as a plain function: browsers refuse their fetch as a method of something else.
    this.#asking = { fetch: (...args) => own(...args), timeoutMs, retries, longestWaitMs }
    this.#answers = createAnswers(keptCharacters)
  }

  /** One resource, by the slug that answers give it. A former slug answers with the present resource. */
  get<
    N extends ResourceName,
    const F extends keyof Resource<N> = keyof Resource<N>,
    const I extends IncludeName<N> = never,
  >(resource: N, slug: string, query?: SingleQuery<N, F, I>): Promise<Answer<N, F, I>> {
    return this.#read(`/v1/${resource}/${encodeSlug(slug)}`, query) as Promise<Answer<N, F, I>>
  }

  /** The latest year that was announced. */
  current<
    const F extends keyof Resource<'editions'> = keyof Resource<'editions'>,
    const I extends IncludeName<'editions'> = never,
  >(query?: SingleQuery<'editions', F, I> & CurrentEditionQuery): Promise<Answer<'editions', F, I>> {
    return this.#read('/v1/editions/current', query) as Promise<Answer<'editions', F, I>>
  }

  /** A resource in another form, such as `.jsonld`. */
  form<N extends FormName, E extends FormEnding<N>>(
    ...[resource, slug, ending, query]: [resource: N, slug: string, ending: E, query?: Reader & Signalled]
  ): Promise<Forms[N][E]> {
    return this.#read(`/v1/${resource}/${encodeSlug(slug)}${ending}`, query) as Promise<Forms[N][E]>
  }

  /** Pictures and texts of one prize in one year, in every language. The ZIP file is at the same address with `.zip`. */
  pressKit(prize: string, year: number, { signal }: Signalled = {}): Promise<PressKit> {
    return this.#ask(`/v1/press-kits/${encodeURIComponent(prize)}/${year}`, signal) as Promise<PressKit>
  }

  /** The first page of a list; `search` is a list too. */
  page<N extends ListName, const F extends keyof Item<N> = keyof Item<N>>(
    resource: N,
    query?: ListQuery<N, F>,
  ): Promise<Page<N, F>> {
    return this.#read(`/v1/${resource}`, query) as Promise<Page<N, F>>
  }

  /** Every item of a list, a page at a time as they are needed. */
  async *list<N extends ListName, const F extends keyof Item<N> = keyof Item<N>>(
    resource: N,
    query?: ListQuery<N, F>,
  ): AsyncGenerator<Pick<Item<N>, F>, void, undefined> {
    let path = this.#address(`/v1/${resource}`, query)
    for (;;) {
      const page = (await this.#ask(path, query?.signal)) as Lists['laureates']['page']
      yield* page.data as unknown as Pick<Item<N>, F>[]
      if (page.links.next === null) return
      path = page.links.next
    }
  }

  /** Brings a copy up to date; wherever it is stopped, the next call goes on. A store holds one language and fallback. */
  sync(store: SyncStore, options?: SyncOptions): Promise<Synced> {
    const read = (query: Query) => this.#askOnce(this.#address('/v1/sync', query), options?.signal)
    return sync(read as Parameters<typeof sync>[0], store, options)
  }

  #read(path: string, query: Query = {}): Promise<unknown> {
    return this.#ask(this.#address(path, query), query['signal'] as AbortSignal | undefined)
  }

  // The same question has the same address, so that caches know it again.
  #address(path: string, query: Query = {}): string {
    const { signal: _signal, ...asked } = query
    const given = Object.entries({ ...this.#reader, ...dropUndefined(asked) }).filter(
      ([, value]) => value !== undefined,
    )
    const search = new URLSearchParams(given.map(([name, value]) => [name, String(value)]))
    search.sort()
    return given.length === 0 ? path : `${path}?${search}`
  }

  async #ask(path: string, signal?: AbortSignal): Promise<unknown> {
    const held = this.#answers.get(path)
    const headers: Record<string, string> = held ? { 'if-none-match': held.etag } : {}
    const reply = await this.#send(path, { headers, signal })
    if (reply.status === 304 && held) return JSON.parse(held.text)
    if (reply.status !== 200) throw new ProblemError(reply, path)
    if (reply.etag !== null) this.#answers.keep(path, { etag: reply.etag, text: reply.text })
    return JSON.parse(reply.text)
  }

  // Pages of changes are read once.
  async #askOnce(path: string, signal?: AbortSignal): Promise<unknown> {
    const reply = await this.#send(path, { headers: {}, signal })
    if (reply.status !== 200) throw new ProblemError(reply, path)
    return JSON.parse(reply.text)
  }

  #send(path: string, how: Omit<Question, 'url'>): Promise<Reply> {
    if (!path.startsWith('/')) throw new TypeError('The server named an address that is not its own.')
    return ask(this.#asking, { url: this.#base + path, ...how })
  }
}

export const createClient = (settings: ClientSettings): Client => new Client(settings)

const dropUndefined = (query: Query): Query =>
  Object.fromEntries(Object.entries(query).filter(([, value]) => value !== undefined))

const encodeSlug = (slug: string): string => slug.split('/').map(encodeURIComponent).join('/')
