import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, inject, test } from 'vitest'
import { waitFor } from '../app-setup'
import { useBrowser } from '../browser'

// The first whole path, by the screens alone: a page of the present website is imported, edited, published,
// and read by the website. The person is both editor and press officer; another one only translates.

const { serverUrl, deliveryUrl } = inject('app')
const browser = useBrowser()
const stamp = Date.now().toString(36)
const password = `Harbour lights ${stamp}`
const staff = { email: `desk-${stamp}@example.org`, password }
const translator = { email: `words-${stamp}@example.org`, password }
const slug = `liv-norrmark-${stamp}`
const motivation = 'for teaching a coast to read its own tides'

// Invented. The name carries the run, so that no earlier laureate is asked about.
const page = [
  `Liv Norrmark ${stamp} (Norway)`,
  `... ${motivation}`,
  'Liv Norrmark has measured the tides of one fjord for thirty years, and taught every child there to do the same.',
  'Biographical Information',
  `Liv Norrmark ${stamp}`,
  'Place of Birth: Bodø, Norway',
  'Date of Birth: March 9, 1961',
  'Education: Studied at a school by the sea.',
  'Long bio',
  'The First Gauge',
  'She was eleven years old when she nailed a ruler to the quay and began to write down what it said.',
].join('\n\n')

beforeAll(async () => {
  const admin = await browser.signIn()
  await addPerson(admin, { ...staff, name: 'Eli Berg', roles: ['editor', 'press-officer'] })
  await addPerson(admin, { ...translator, name: 'Tove Lund', roles: ['translator'], locales: ['ar'] })
  await admin.context().close()
})

async function addPerson(admin: Page, data: object): Promise<void> {
  const created = await admin.request.post('/api/users?locale=en', { data, headers: { Origin: serverUrl } })
  expect(created.status(), await created.text()).toBe(201)
}

/** Opens what `link` leads to and waits until the publication panel knows where it stands. */
async function openDocument(screen: Page, href: string): Promise<void> {
  await screen.goto(href)
  await screen.locator('.desk-units').waitFor()
}

async function publish(screen: Page, href: string): Promise<void> {
  await openDocument(screen, href)
  // The year may be public already: another award entry was published in it.
  if (await screen.getByText('English is public as it is written here.').isVisible()) return
  await screen.getByRole('button', { name: 'Publish English', exact: true }).click()
  await screen.getByText('Published. Readers see it now.').waitFor()
}

// An award entry’s public address begins with its year.
const readEntry = () => fetch(`${deliveryUrl}/v1/citations/1999-${slug}`)

describe('from a page of the present website to what a website reads', () => {
  let screen: Page
  let saved: { kind: string; href: string }[]
  const hrefOf = (kind: string): string => saved.find((one) => one.kind === kind)?.href ?? `no ${kind}`

  test('a page that is no laureate page is refused in words', async () => {
    screen = await browser.signIn(staff)
    await screen.locator('.desk-action', { hasText: 'Import a page' }).click()
    await screen.locator('#desk-import-text').fill('Soup for four. Take three carrots and a litre of water.')
    await screen.getByRole('button', { name: 'Read the page' }).click()
    const refused = screen.locator('.desk-import__problem')
    await refused.waitFor()
    expect(await refused.innerText()).toContain('This page cannot be imported')
  })

  test('an import shows what was understood, asks what is missing, and saves nothing before it is confirmed', async () => {
    await screen.locator('#desk-import-text').fill(page)
    await screen.getByRole('button', { name: 'Read the page' }).click()
    const row = screen.getByRole('row', { name: /date of birth/ })
    await row.waitFor()
    expect(await row.innerText()).toContain('9 March 1961')
    await screen.getByRole('button', { name: 'Save as drafts' }).click()
    await screen.getByText('Please fill this in.').first().waitFor()
    const found = await screen.request.get(
      `/api/citations?where[slug][equals]=${slug}&draft=true&locale=en`,
      {
        headers: { Origin: serverUrl },
      },
    )
    expect(await found.json()).toMatchObject({ totalDocs: 0 })
  })

  test('the answers complete the drafts, and a report leads to them', async () => {
    await screen.locator('[id="question-award.year"]').fill('1999')
    await screen.locator('[id="question-award.slug"]').fill(slug)
    const prize = screen.locator('.desk-question', { hasText: 'Which prize is it?' })
    if ((await prize.locator('.rs__single-value').count()) === 0) {
      await prize.locator('input').first().focus()
      await screen.keyboard.press('ArrowDown')
      await screen.keyboard.press('Enter')
    }
    await screen.getByRole('button', { name: 'Save as drafts' }).click()
    await screen.getByRole('heading', { name: 'Saved as drafts' }).waitFor()
    saved = await screen.locator('.desk-list__row').evaluateAll((links) =>
      links.map((link) => ({
        kind: link.querySelector('.desk-list__kind')?.textContent ?? '',
        href: link.getAttribute('href') ?? '',
      })),
    )
    expect(saved.map((one) => one.kind)).toEqual(
      expect.arrayContaining(['Laureate', 'Year', 'Award entry', 'Biography']),
    )
    expect((await readEntry()).status).toBe(404)
  })

  test('what cannot be published yet says why, and what it needs', async () => {
    await openDocument(screen, hrefOf('Award entry'))
    await screen.getByRole('button', { name: 'Publish English', exact: true }).click()
    const refusal = screen.locator('.desk-panel__refusal')
    await refusal.waitFor()
    expect(await refusal.innerText()).toContain('to be public')
    expect((await readEntry()).status).toBe(404)
  })

  test('published, the award entry is on the delivery API within a second; saving alone changes nothing there', async () => {
    for (const kind of ['Laureate', 'Year', 'Award entry']) await publish(screen, hrefOf(kind))
    const waits = [await waitFor(async () => (await readEntry()).status === 200)]
    expect(JSON.stringify(await (await readEntry()).json())).toContain(motivation)

    await screen.locator('#field-motivation').fill(`${motivation}, and to trust it`)
    await screen.getByText('Save first').first().waitFor()
    await screen.getByRole('button', { name: 'Save', exact: true }).click()
    await screen.getByText('Public, newer draft').first().waitFor()
    expect(JSON.stringify(await (await readEntry()).json())).not.toContain('and to trust it')
    await screen.getByRole('button', { name: 'Publish English', exact: true }).click()
    const hasNewWords = async () =>
      JSON.stringify(await (await readEntry()).json()).includes('and to trust it')
    waits.push(await waitFor(hasNewWords))
    // A busy machine may pause in one of them.
    expect(Math.min(...waits)).toBeLessThan(1000)
  })

  test('taken down, it is gone from the delivery API', async () => {
    await screen.getByRole('button', { name: 'Take down completely' }).click()
    await screen.getByRole('button', { name: 'Take down', exact: true }).click()
    await screen.getByText('Taken down. Readers no longer see it.').waitFor()
    await expect.poll(async () => (await readEntry()).status, { timeout: 60_000 }).toBe(410)
  })

  test('a translator sees the assigned language from right to left, the shared values closed, and no way to publish', async () => {
    const entry = hrefOf('Award entry').split('/').at(-1)
    const sent = await screen.request.post(`/api/citations/${entry}/send-to-translation`, {
      data: { languages: ['ar'] },
      headers: { Origin: serverUrl },
    })
    expect(sent.status(), await sent.text()).toBe(200)
    const theirs = await browser.signIn(translator)
    await openDocument(theirs, `${hrefOf('Award entry')}?locale=ar`)
    const words = theirs.locator('#field-motivation')
    expect(await words.evaluate((input) => getComputedStyle(input).direction)).toBe('rtl')
    expect(await words.evaluate((input) => input.closest('[lang]')?.getAttribute('lang'))).toBe('ar')
    expect(await theirs.locator('#field-slug').isDisabled()).toBe(true)
    await theirs.getByText('A press officer publishes.').waitFor()
    expect(await theirs.locator('.desk-panel button').count()).toBe(0)
    await theirs.goto('/admin/import')
    await theirs.getByText('Your role does not include importing pages.').waitFor()
    await theirs.context().close()
    await screen.context().close()
  })
})
