import { expect, test } from 'vitest'
import { bundle } from '../../src/processes/bundle.mjs'

test('the delivery process loads neither Payload, Next nor React', async () => {
  const { inputs, outputs } = await bundle('delivery')
  const packages = Object.values(outputs).flatMap((output) => output.imports.map((entry) => entry.path))
  expect(packages).toContain('pg')
  expect(packages.filter((name) => /^(payload|@payloadcms|next|react)/.test(name))).toEqual([])
  expect(Object.keys(inputs).filter((file) => /src\/(access|workflow|admin)|collections/.test(file))).toEqual(
    [],
  )
})
