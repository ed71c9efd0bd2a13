import { expect, test } from 'vitest'
import { notFound } from './refused'

test('whoever asks for an unknown address learns where the known ones are', () => {
  expect(notFound.details).toMatchObject({ status: 404, detail: expect.stringContaining('/openapi.json') })
})
