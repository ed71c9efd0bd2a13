import { describe, expect, test } from 'vitest'
import type { Delivery } from '@/webhooks'
import { deliveryInWords, nextTryOf } from './say-webhooks'
import { languages, webhookWords } from '../words'

const now = new Date('2026-03-03T12:00:00Z')
const before = new Date('2026-03-03T11:00:00Z')
const after = new Date('2026-03-03T13:00:00Z')
const message = (dueAt: Date, more: Partial<Delivery> = {}): Delivery => ({
  id: '1',
  place: '1',
  type: 'release.published',
  release: 7,
  madeAt: before,
  state: 'waiting',
  dueAt,
  tries: 1,
  last: null,
  ...more,
})

describe.each(languages)('the next try of a message (%s)', (language) => {
  const { afterHold, afterOn, soon } = webhookWords(language).deliveries
  const next = (delivery: Delivery, isOn = true, isOnHold = false) =>
    nextTryOf(delivery, { isOn, isOnHold, now }, language)

  test('is an instant to come, never one that has passed', () => {
    expect(next(message(after))).toBe(after)
    expect(next(message(before))).toBe(soon)
    expect(next(message(now))).toBe(soon)
  })

  test('waits for the end of the hold, whenever it was due', () => {
    for (const due of [before, after]) expect(next(message(due), true, true)).toBe(afterHold)
  })

  test('waits for the webhook to be turned on; a test does not', () => {
    const isTest = { type: 'webhook.test', release: null } as const
    for (const isOnHold of [false, true]) expect(next(message(after), false, isOnHold)).toBe(afterOn)
    expect(next(message(after, isTest), false)).toBe(after)
    expect(next(message(after, isTest), false, true)).toBe(afterHold)
  })

  test('is none of what does not wait', () => {
    for (const state of ['delivered', 'given-up', 'dropped'] as const)
      for (const isOnHold of [false, true]) expect(next(message(after, { state }), true, isOnHold)).toBeNull()
  })
})

test.each(languages)('a message that was dropped says that and no reason, tried or not (%s)', (language) => {
  const tried = { at: before, result: 'bad-certificate', status: null } as const
  for (const last of [null, tried])
    expect(deliveryInWords(message(before, { state: 'dropped', last }), language)).toBe(
      webhookWords(language).states.dropped,
    )
})
