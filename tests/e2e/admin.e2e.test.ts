import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, inject, test } from 'vitest'
import { waitFor } from '../app-setup'
import { useBrowser } from '../browser'

// The first whole path, by the screens alone: a page of the present website is imported and submitted by one person,
// approved by another, published by a third, and read by the website; a fourth only translates.

const { serverUrl, deliveryUrl } = inject('app')
const browser = useBrowser()
const stamp = Date.now().toString(36)
const person = (name: string) => ({
  name,
  email: `${name.toLowerCase().replace(' ', '.')}-${stamp}@example.org`,
  password: `Harbour lights ${stamp} otter`,
})
const writer = person('Eli Berg')
const reviewer = person('Nils Ahl')
const officer = person('Ida Falk')
const translator = person('Tove Lund')
const kinds = ['laureates', 'editions', 'citations', 'biographies']
const slug = `liv-norrmark-${stamp}`
// A year of the run's own: nothing else is in it.
const year = String(1700 + (Math.floor(Date.now() / 1000) % 280))
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
  // The writer may also review, which helps them nothing with their own words.
  const both = { roles: ['editor', 'reviewer'], reviewCollections: kinds, reviewLocales: ['en'] }
  await addPerson(admin, { ...writer, ...both })
  await addPerson(admin, { ...officer, roles: ['press-officer'] })
  await addPerson(admin, { ...translator, roles: ['translator'], locales: ['ar'] })
  await admin.context().close()
})

async function addPerson(admin: Page, data: object): Promise<void> {
  const created = await admin.request.post('/api/users?locale=en', { data, headers: { Origin: serverUrl } })
  expect(created.status(), await created.text()).toBe(201)
}

async function choose(screen: Page, field: string, labels: readonly string[]): Promise<void> {
  const select = screen.locator(`#field-${field}`)
  for (const label of labels) {
    await select.locator('input').first().fill(label)
    await screen.locator('.rs__option', { hasText: label }).first().click()
  }
}

/** Opens a document and waits until its panel knows where it stands. */
async function openDocument(screen: Page, href: string): Promise<void> {
  await screen.goto(href)
  await screen.locator('.desk-panel__verbs').first().waitFor({ state: 'attached' })
}

const step = (screen: Page, verb: string) =>
  screen.locator('.desk-panel').getByRole('button', { name: new RegExp(`^${verb} English`) })

async function submit(screen: Page, href: string): Promise<void> {
  await openDocument(screen, href)
  await step(screen, 'Submit').first().click()
  await screen.getByText('Submitted. Reviewers find it among their work.').waitFor()
}

/** From the person’s own work, as reviewers do. */
async function approve(screen: Page, href: string): Promise<void> {
  const id = /[0-9a-f-]{36}/.exec(href)?.[0] ?? 'no id'
  await screen.goto('/admin/work?queue=review')
  await screen.locator(`a[href*="${id}?locale=en"]`).first().click()
  await step(screen, 'Approve').first().click()
  await screen.getByText('Approved.', { exact: true }).waitFor()
}

async function publish(screen: Page, href: string): Promise<void> {
  await openDocument(screen, href)
  await step(screen, 'Publish').first().click()
  await screen
    .locator('dialog')
    .getByRole('button', { name: /^Publish English/ })
    .click()
}
const isPublished = (screen: Page) => screen.getByText('Published. Readers see it now.').waitFor()

// An award entry’s public address begins with its year.
const readEntry = () => fetch(`${deliveryUrl}/v1/citations/${year}-${slug}`)

describe('from a page of the present website to what a website reads', () => {
  let screen: Page
  let reviewing: Page
  let publishing: Page
  let saved: { kind: string; href: string }[]
  const hrefOf = (kind: string): string => saved.find((one) => one.kind === kind)?.href ?? `no ${kind}`

  test('an administrator gives a reviewer kinds, languages and a sign-in', async () => {
    const admin = await browser.signIn()
    await admin.locator('.desk-action', { hasText: 'Add a colleague' }).click()
    await admin.locator('#field-roles').waitFor()
    // What is typed while the form asks the server for its beginning is lost.
    await admin.waitForLoadState('networkidle')
    await admin.fill('#field-email', reviewer.email)
    await admin.fill('#field-password', reviewer.password)
    await admin.fill('#field-confirm-password', reviewer.password)
    await admin.fill('#field-name', reviewer.name)
    await choose(admin, 'roles', ['Reviewer'])
    await choose(admin, 'reviewCollections', ['Laureates', 'Years', 'Award entries', 'Biographies'])
    await choose(admin, 'reviewLocales', ['English'])
    await admin.getByRole('button', { name: 'Save', exact: true }).click()
    await admin.waitForURL(/users\/[0-9a-f-]{36}/)
    await admin.context().close()
    reviewing = await browser.signIn(reviewer)
    expect(await reviewing.getByRole('heading', { name: `Hello, ${reviewer.name}` }).count()).toBe(1)
  })

  test('a page that is no laureate page is refused in words', async () => {
    screen = await browser.signIn(writer)
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
    await screen.locator('[id="question-award.year"]').fill(year)
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

  test('whoever wrote cannot approve, and reads why; before it is approved nobody publishes', async () => {
    for (const kind of ['Laureate', 'Year', 'Award entry']) await submit(screen, hrefOf(kind))
    await screen.getByText('you wrote in it since it was last approved').first().waitFor()
    publishing = await browser.signIn(officer)
    await openDocument(publishing, hrefOf('Award entry'))
    expect(await step(publishing, 'Publish').first().isDisabled()).toBe(true)
    await publishing.getByText('Only approved words become public.').first().waitFor()
  })

  test('approved by somebody else, it can be published when what it needs is public', async () => {
    for (const kind of ['Laureate', 'Year', 'Award entry']) await approve(reviewing, hrefOf(kind))
    await openDocument(publishing, hrefOf('Award entry'))
    expect(await step(publishing, 'Publish').first().isDisabled()).toBe(true)
    await publishing.locator('.desk-panel').getByText('to be public').first().waitFor()
    expect((await readEntry()).status).toBe(404)
  })

  const waits: number[] = []
  test('published, the award entry is on the delivery API', async () => {
    for (const kind of ['Laureate', 'Year', 'Award entry']) {
      await publish(publishing, hrefOf(kind))
      if (kind === 'Award entry') waits.push(await waitFor(async () => (await readEntry()).status === 200))
      await isPublished(publishing)
    }
    expect(JSON.stringify(await (await readEntry()).json())).toContain(motivation)
  })

  test('newer words are public when they are approved and published, not before, and then within a second', async () => {
    const hasNewWords = async () =>
      JSON.stringify(await (await readEntry()).json()).includes('and to trust it')
    await openDocument(screen, hrefOf('Award entry'))
    await screen.locator('#field-motivation').fill(`${motivation}, and to trust it`)
    await screen.getByText('Save first').first().waitFor()
    await screen.getByRole('button', { name: 'Save', exact: true }).click()
    await step(screen, 'Submit').first().click()
    await screen.getByText('Submitted. Reviewers find it among their work.').waitFor()
    expect(await hasNewWords()).toBe(false)
    await approve(reviewing, hrefOf('Award entry'))
    expect(await hasNewWords()).toBe(false)
    await publish(publishing, hrefOf('Award entry'))
    waits.push(await waitFor(hasNewWords))
    // A busy machine may pause in one of them.
    expect(Math.min(...waits)).toBeLessThan(1000)
  })

  test('taken down, it is gone from the delivery API', async () => {
    await isPublished(publishing)
    await publishing.getByRole('button', { name: 'Take down completely' }).click()
    await publishing.locator('dialog textarea').fill('Announced by mistake.')
    await publishing.locator('dialog').getByRole('button', { name: 'Take down completely' }).click()
    await publishing.getByText('Taken down. Readers no longer see it.').waitFor()
    await expect.poll(async () => (await readEntry()).status, { timeout: 60_000 }).toBe(410)
  })

  test('a translator sees the assigned language from right to left, the shared values closed, and no way to publish', async () => {
    const id = /[0-9a-f-]{36}/.exec(hrefOf('Award entry'))?.[0]
    const sent = await screen.request.post(`/api/citations/${id}/send-to-translation`, {
      data: { languages: ['ar'] },
      headers: { Origin: serverUrl },
    })
    expect(sent.status(), await sent.text()).toBe(200)
    const theirs = await browser.signIn(translator)
    await theirs.goto(`/admin/collections/citations/${id}?locale=ar`)
    const words = theirs.locator('#field-motivation')
    expect(await words.evaluate((input) => getComputedStyle(input).direction)).toBe('rtl')
    expect(await words.evaluate((input) => input.closest('[lang]')?.getAttribute('lang'))).toBe('ar')
    expect(await theirs.locator('#field-slug').isDisabled()).toBe(true)
    await theirs.locator('.desk-panel__verbs').first().waitFor()
    expect(
      await theirs
        .locator('.desk-panel')
        .getByRole('button', { name: /^(?:Publish|Approve|Take down)/ })
        .count(),
    ).toBe(0)
    await theirs.goto('/admin/import')
    await theirs.getByText('Your role does not include importing pages.').waitFor()
    for (const open of [theirs, screen, reviewing, publishing]) await open.context().close()
  })
})
