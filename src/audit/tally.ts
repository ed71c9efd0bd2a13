import type { AuditEntry } from './append-audit'

type Tally = {
  /** How long equal happenings make one entry. */
  everyMs: number
  /** Different happenings of one group within that time; what goes beyond is counted together. */
  atMost: number
  /** Stores an entry. Rejects when it cannot. */
  write: (entry: AuditEntry) => Promise<void>
  /** Told of a count that could not be stored. */
  onLost: (error: unknown) => void
}

type Happening = { group: string; key: string; entry: AuditEntry }

/**
 * Writes the first of equal happenings at once and, when the time is over, how many more there were
 * (`details.times`). So a flood of them cannot fill the disk and none is passed over. A count that is not yet
 * written is lost when the process is killed.
 */
export function tally({ everyMs, atMost, write, onLost }: Tally): (happening: Happening) => Promise<void> {
  const more = new Map<string, number>()
  const groups = new Map<string, number>()

  async function open(name: string, { group, entry }: Happening): Promise<void> {
    more.set(name, 0)
    groups.set(group, (groups.get(group) ?? 0) + 1)
    setTimeout(() => close(name, { group, entry }), everyMs).unref()
    await write(entry)
  }

  function close(name: string, { group, entry }: Omit<Happening, 'key'>): void {
    const times = more.get(name) ?? 0
    more.delete(name)
    const left = (groups.get(group) ?? 1) - 1
    if (left > 0) groups.set(group, left)
    else groups.delete(group)
    if (times > 0) write({ ...entry, details: { ...entry.details, times } }).catch(onLost)
  }

  return async (happening) => {
    const { group, key } = happening
    const own = `${group} ${key}`
    const isBeyond = !more.has(own) && (groups.get(group) ?? 0) >= atMost
    const name = isBeyond ? group : own
    const counted = more.get(name)
    if (counted !== undefined) more.set(name, counted + 1)
    else await open(name, isBeyond ? { ...happening, entry: ofMany(happening.entry) } : happening)
  }
}

/** What is left of an entry that stands for many different ones. */
const ofMany = ({ action, person }: AuditEntry): AuditEntry => ({ action, person, details: { many: true } })
