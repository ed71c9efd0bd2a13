import { expect } from 'vitest'
import { englishPage } from './page.fixtures'
import { readPage } from './read-page'
import type { Proposal } from './page-proposal'
import type { Reading } from './page-types'

/** A reading that must not be refused. */
export function read(input: string | Uint8Array, options?: Parameters<typeof readPage>[1]): Reading {
  const reading = readPage(input, options)
  if (!reading.ok) throw new Error(reading.message)
  return reading
}

const isBasic = (id: string) => /^award\.(?:year|prize|slug|image)$|\.email$/.test(id)

/** What is asked beside year, prize, slug, image and e-mails, which no page says. */
export const asked = (reading: Reading) => reading.questions.map(({ id }) => id).filter((id) => !isBasic(id))

/** The English page with some words replaced. */
export function replaced(from: string, to: string): string {
  expect(englishPage()).toContain(from)
  return englishPage().replace(from, to)
}

export const names = (proposal: Proposal) => proposal.laureates.map(({ knownName }) => knownName)
