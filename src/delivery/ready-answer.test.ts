import { expect, test } from 'vitest'
import { canSendReady, createReadySender } from './ready-answer'

test('this Node sends ready lines as they are', () => {
  expect(canSendReady(createReadySender(75))).toBe(true)
})

test('a Node that sends anything else is noticed', () => {
  const sender = createReadySender(75)
  const wrong = { ...sender, send: (response: Parameters<typeof sender.send>[0]) => void response.end('ok') }
  expect(canSendReady(wrong)).toBe(false)
  const broken = {
    ...sender,
    sendLines: () => {
      throw new Error('no such field')
    },
  }
  expect(canSendReady(broken)).toBe(false)
})
