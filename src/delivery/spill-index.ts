// Where answers are in the file of what left memory: 16 bytes for each, whatever its address. An address has eight
// places; the oldest gives way. What is found is a guess that the file confirms.

const ways = 8

export type SpillIndex = {
  /** The place that probably holds this target. */
  find: (target: string) => { at: number; length: number } | undefined
  put: (target: string, place: { at: number; length: number }) => void
}

/** At least `places` answers. `oldest` says what was overwritten since: everything before it. */
export function createSpillIndex(places: number, oldest: () => number): SpillIndex {
  const buckets = 2 ** Math.ceil(Math.log2(Math.max(1, places / ways)))
  const tags = new Uint32Array(buckets * ways)
  const lengths = new Uint32Array(buckets * ways)
  const starts = new Float64Array(buckets * ways).fill(-1)
  const slotOf = (first: number, tag: number): number => {
    for (let slot = first; slot < first + ways; slot += 1)
      if (tags[slot] === tag && (starts[slot] ?? -1) >= oldest()) return slot
    return -1
  }
  const oldestIn = (first: number): number => {
    let found = first
    for (let slot = first; slot < first + ways; slot += 1)
      if ((starts[slot] ?? -1) < (starts[found] ?? -1)) found = slot
    return found
  }
  return {
    find: (target) => {
      const [bucket, tag] = hashesOf(target, buckets)
      const slot = slotOf(bucket * ways, tag)
      return slot < 0 ? undefined : { at: starts[slot] ?? -1, length: lengths[slot] ?? 0 }
    },
    put: (target, { at, length }) => {
      const [bucket, tag] = hashesOf(target, buckets)
      const known = slotOf(bucket * ways, tag)
      const slot = known < 0 ? oldestIn(bucket * ways) : known
      tags[slot] = tag
      starts[slot] = at
      lengths[slot] = length
    },
  }
}

// FNV-1a, twice: one half chooses the bucket, the other tells addresses in it apart.
function hashesOf(target: string, buckets: number): [bucket: number, tag: number] {
  let [one, other] = [0x81_1c_9d_c5, 0x2f_0b_40_1d]
  for (let at = 0; at < target.length; at += 1) {
    const unit = target.charCodeAt(at)
    one = Math.imul(one ^ unit, 16_777_619)
    other = Math.imul(other ^ unit, 0x5b_d1_e9_95)
  }
  return [(one >>> 0) % buckets, (other ^ (other >>> 15)) >>> 0]
}
