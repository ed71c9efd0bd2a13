/** A bounded place: what was used longest ago makes room. `limit` bounds the sum of the sizes. */
export function createRecent<Value>(limit: number, sizeOf: (value: Value) => number) {
  const held = new Map<string, Value>()
  let size = 0
  const drop = (key: string, value: Value) => {
    held.delete(key)
    size -= sizeOf(value)
  }
  return {
    get: (key: string): Value | undefined => {
      const value = held.get(key)
      if (value === undefined) return undefined
      held.delete(key)
      held.set(key, value)
      return value
    },
    set: (key: string, value: Value): void => {
      const before = held.get(key)
      if (before !== undefined) drop(key, before)
      held.set(key, value)
      size += sizeOf(value)
      for (const [oldest, its] of held) {
        if (size <= limit) return
        drop(oldest, its)
      }
    },
  }
}
