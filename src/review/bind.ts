// A text with names becomes a text with numbers: Postgres is told the type of each, and each is sent once.

type Value = string | number | readonly string[] | null
type Typed = readonly [value: Value, type: 'uuid' | 'text' | 'text[]' | 'date' | 'timestamptz' | 'int']
export type Named = Readonly<Record<string, Typed>>

/** `:name` in `text` stands for the value of that name; `::type` stays what it is. Throws on a name without a value. */
export function bind(text: string, named: Named): { text: string; values: Value[] } {
  const places = new Map<string, number>()
  const bound = text.replaceAll(/(?<!:):([a-z]\w*)/gi, (_whole, name: string) => {
    const [, type] = typedOf(named, name)
    const place = places.get(name) ?? places.size + 1
    places.set(name, place)
    return `$${place}::${type}`
  })
  return { text: bound, values: [...places.keys()].map((name) => typedOf(named, name)[0]) }
}

function typedOf(named: Named, name: string): Typed {
  const typed = named[name]
  if (!typed) throw new Error(`The query names :${name}, which nobody gave.`)
  return typed
}
