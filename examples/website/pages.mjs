// @ts-check
import { html } from './html.mjs'
import { say, sayDate, sayRich } from './layout.mjs'
import { words } from './words.mjs'

// Every page, made from the copy of one language.

/**
 * @typedef {import('./layout.mjs').Locale} Locale
 * @typedef {import('./layout.mjs').Page} Page
 * @typedef {{ copy: import('./copies.mjs').Copy, locale: Locale, languages: readonly Locale[], files: string }} Source
 *   `files`: where the pictures of the API are
 * @typedef {import('laureate-desk-client').Laureate} Laureate
 * @typedef {import('laureate-desk-client').Citation} Citation
 * @typedef {import('laureate-desk-client').Edition} Edition
 * @typedef {import('laureate-desk-client').PressRelease} PressRelease
 */

/** @param {{ year: number }} a @param {{ year: number }} b */
const newestFirst = (a, b) => b.year - a.year

/** @param {Source} source @returns {Page} */
export function homePage({ copy, locale, languages }) {
  const editions = copy.all('editions').toSorted(newestFirst)
  const releases = pressReleases(copy).slice(0, 5)
  const latest = editions.find(({ status }) => status !== 'planned') ?? editions[0]
  const awarded = editions.find(({ citations }) => citations.length > 0)
  const shown = [...new Set([latest, awarded])].flatMap((edition) => edition ?? [])
  return {
    path: '',
    languages,
    title: latest?.prize.name?.text ?? '',
    body: html` ${shown.map((edition) => html`<section>${editionOf(edition, { copy, locale })}</section>`)}
      ${
        releases.length > 0 &&
        html`<section>
          <h2>${words[locale].press}</h2>
          ${releaseList(releases, locale)}
        </section>`
      }
      <section>
        <h2>${words[locale].years}</h2>
        <ul class="years">
          ${editions.map(({ slug, year }) => html`<li><a href="/${locale}/editions/${slug}">${year}</a></li>`)}
        </ul>
      </section>`,
  }
}

/** @param {Source} source @returns {Page} */
export function laureatesPage({ copy, locale, languages }) {
  const sorter = new Intl.Collator(locale)
  const laureates = copy.all('laureates').toSorted((a, b) => sorter.compare(nameOf(a), nameOf(b)))
  return {
    path: '/laureates',
    languages,
    title: words[locale].laureates,
    body: html`<h1>${words[locale].laureates}</h1>
      <ul class="index">
        ${laureates.map(
          ({ slug, name, citations }) =>
            html`<li>
              <a href="/${locale}/laureates/${slug}">${say(name) ?? slug}</a>
              <span class="aside">${citations.map(({ year }) => year).join(', ')}</span>
            </li>`,
        )}
      </ul>`,
  }
}

/** @param {Source} source @returns {Page} */
export function pressPage({ copy, locale, languages }) {
  const releases = pressReleases(copy)
  return {
    path: '/press-releases',
    languages,
    title: words[locale].press,
    body: html`<h1>${words[locale].press}</h1>
      ${releaseList(releases, locale)}`,
  }
}

/** @param {Laureate} laureate @param {Source} source @returns {Page} */
export function laureatePage(laureate, { copy, locale, files }) {
  const label = words[locale]
  const portrait = laureate.portrait === null ? undefined : copy.get('media', laureate.portrait)
  const awards = laureate.citations.flatMap(({ id }) => copy.get('citations', id) ?? [])
  return {
    path: `/laureates/${laureate.slug}`,
    languages: laureate.availableLocales,
    title: nameOf(laureate),
    body: html`<h1>${say(laureate.name) ?? laureate.slug}</h1>
      ${
        laureate.nativeName &&
        laureate.nativeName.value !== laureate.name?.text &&
        html`<p class="native" lang="${laureate.nativeName.lang}" dir="auto">${laureate.nativeName.value}</p>`
      }
      ${portrait && pictureOf(portrait, files)}
      <dl class="facts">
        ${event(label.born, laureate.birth, locale)} ${event(label.died, laureate.death, locale)}
        ${
          laureate.founded &&
          html`<dt>${label.founded}</dt>
            <dd>${sayDate(laureate.founded, locale)}</dd>`
        }
      </dl>
      <section>
        <h2>${label.awards}</h2>
        ${awards.toSorted(newestFirst).map((award) => awardOf(award, locale, prizeAndYear(award, locale)))}
      </section>`,
  }
}

/** A picture in the formats that a browser may choose from, with the credit that must stand beside it. @param {import('laureate-desk-client').Media} picture @param {string} files */
function pictureOf(picture, files) {
  const whole = picture.renditions.filter(({ use }) => use === 'fit')
  const [plain] = whole.filter(({ type, width }) => type === 'image/jpeg' && width <= 1280)
  const sources = ['image/avif', 'image/webp'].map((type) => {
    const set = whole
      .filter((each) => each.type === type)
      .map(({ href, width }) => `${files}${href} ${width}w`)
    return (
      set.length > 0 &&
      html`<source type="${type}" srcset="${set.join(', ')}" sizes="(min-width: 44rem) 42rem, 100vw" />`
    )
  })
  return (
    plain &&
    html`<figure>
      <picture
        >${sources}<img
          src="${files}${plain.href}"
          width="${plain.width}"
          height="${plain.height}"
          alt="${picture.alt?.text}"
      /></picture>
      <figcaption>${say(picture.caption)} <small dir="auto">${picture.credit}</small></figcaption>
    </figure>`
  )
}

/** @param {string} label @param {Laureate['birth']} life @param {Locale} locale */
const event = (label, life, locale) =>
  life &&
  (life.date || life.place) &&
  html`<dt>${label}</dt>
    <dd>${life.date && sayDate(life.date, locale)}${life.date && life.place && ' · '}${say(life.place)}</dd>`

/** @param {Citation} citation @param {Source} source @returns {Page} */
export function citationPage(citation, { copy, locale }) {
  const biography = citation.biography && copy.get('biographies', citation.biography.slug)
  const releases = pressReleases(copy).filter((release) =>
    release.citations.some(({ id }) => id === citation.id),
  )
  const contacts = citation.contacts.flatMap((id) => copy.get('press-contacts', id) ?? [])
  return {
    path: `/citations/${citation.slug}`,
    languages: citation.availableLocales,
    title: citation.title?.text ?? citation.slug,
    body: html`<p class="eyebrow">${prizeAndYear(citation, locale)}</p>
      <h1>${say(citation.title) ?? citation.slug}</h1>
      ${citation.motivation && html`<p class="motivation">${say(citation.motivation)}</p>`}
      ${outcome(citation.status, locale)}
      <p class="laureates">${laureateLinks(citation.laureates, locale)}</p>
      ${
        biography &&
        html`<section>
          <h2>${words[locale].biography}</h2>
          ${sayRich(biography.long ?? biography.short)}
        </section>`
      }
      ${
        releases.length > 0 &&
        html`<section>
          <h2>${words[locale].press}</h2>
          ${releaseList(releases, locale)}
        </section>`
      }
      ${contactList(contacts, locale)}`,
  }
}

/** @param {Edition} edition @param {Source} source @returns {Page} */
export function editionPage(edition, { copy, locale }) {
  const releases = pressReleases(copy).filter(
    ({ year, prize }) => year === edition.year && prize.slug === edition.prize.slug,
  )
  return {
    path: `/editions/${edition.slug}`,
    languages: edition.availableLocales,
    title: `${edition.prize.name?.text ?? edition.prize.slug} ${edition.year}`,
    body: html`${editionOf(edition, { copy, locale })}
    ${
      releases.length > 0 &&
      html`<section>
        <h2>${words[locale].press}</h2>
        ${releaseList(releases, locale)}
      </section>`
    }`,
  }
}

/** @param {PressRelease} release @param {Source} source @returns {Page} */
export function releasePage(release, { locale }) {
  const { corrects, correctedBy } = release
  return {
    path: `/press-releases/${release.slug}`,
    languages: release.availableLocales,
    title: release.title?.text ?? release.slug,
    body: html`<p class="eyebrow">
        <time datetime="${release.publishedAt}">${sayDate(release.publishedAt, locale)}</time>
      </p>
      <h1>${say(release.title) ?? release.slug}</h1>
      ${corrects && html`<p class="note">${words[locale].corrects}: ${releaseLink(corrects, locale)}</p>`}
      ${correctedBy.map((each) => html`<p class="note">${words[locale].correctedBy}: ${releaseLink(each, locale)}</p>`)}
      ${release.summary && html`<p class="lead">${say(release.summary)}</p>`}
      ${release.dateline && html`<p class="dateline">${say(release.dateline)}</p>`} ${sayRich(release.body)}
      ${contactList(release.contacts, locale)}`,
  }
}

/** @param {import('./copies.mjs').Copy} copy */
const pressReleases = (copy) =>
  copy.all('press-releases').toSorted((a, b) => b.publishedAt.localeCompare(a.publishedAt))

/** @param {Laureate} laureate */
const nameOf = ({ name, slug }) => name?.text ?? slug

/** @param {Edition} edition @param {Pick<Source, 'copy' | 'locale'>} source */
const editionOf = (edition, { copy, locale }) =>
  html`<p class="eyebrow">${say(edition.prize.name) ?? edition.prize.slug}</p>
    <h1 class="year"><a href="/${locale}/editions/${edition.slug}">${edition.year}</a></h1>
    ${edition.status === 'planned' && html`<p class="lead">${words[locale].planned}</p>`}
    ${edition.note && html`<p class="lead">${say(edition.note)}</p>`}
    ${edition.citations.map((award) => awardOf({ ...award, status: copy.get('citations', award.id)?.status }, locale))}`

/** @typedef {Pick<Citation, 'slug' | 'title' | 'year' | 'prize' | 'motivation' | 'laureates'>} Award */
/** @param {Award & { status: Citation['status'] | undefined }} award @param {Locale} locale @param {ReturnType<typeof html>} [above] */
const awardOf = (award, locale, above) =>
  html`<article class="award">
    ${above && html`<p class="eyebrow">${above}</p>`}
    <h3><a href="/${locale}/citations/${award.slug}">${say(award.title) ?? award.slug}</a></h3>
    ${award.motivation && html`<p class="motivation">${say(award.motivation)}</p>`}
    ${outcome(award.status, locale)}
    <p class="laureates">${laureateLinks(award.laureates, locale)}</p>
  </article>`

/** How the prize was received, where that is not as usual. @param {Citation['status'] | undefined} status @param {Locale} locale */
const outcome = (status, locale) =>
  status && status !== 'received' && html`<p class="note">${words[locale][status]}</p>`

/** @param {Pick<Citation, 'year' | 'prize'>} award @param {Locale} locale */
const prizeAndYear = ({ year, prize }, locale) =>
  html`<a href="/${locale}/editions/${prize.slug}/${year}">${say(prize.name) ?? prize.slug} ${year}</a>`

/** @param {Citation['laureates']} laureates @param {Locale} locale */
const laureateLinks = (laureates, locale) =>
  laureates.map(
    ({ slug, name }, index) =>
      html`${index > 0 && ' · '}<a href="/${locale}/laureates/${slug}">${say(name) ?? slug}</a>`,
  )

/** @param {readonly PressRelease[]} releases @param {Locale} locale */
const releaseList = (releases, locale) =>
  html`<ul class="releases">
    ${releases.map(
      (release) =>
        html`<li>
          <time datetime="${release.publishedAt}">${sayDate(release.publishedAt, locale)}</time>
          ${releaseLink(release, locale)} ${release.summary && html`<p>${say(release.summary)}</p>`}
        </li>`,
    )}
  </ul>`

/** @param {Pick<PressRelease, 'slug' | 'title'>} release @param {Locale} locale */
const releaseLink = ({ slug, title }, locale) =>
  html`<a href="/${locale}/press-releases/${slug}">${say(title) ?? slug}</a>`

/** @param {readonly PressRelease['contacts'][number][]} contacts @param {Locale} locale */
const contactList = (contacts, locale) =>
  contacts.length > 0 &&
  html`<section class="contacts">
    <h2>${words[locale].contacts}</h2>
    ${contacts.map(
      ({ name, label, phone, email }) =>
        html`<address>
          <strong>${name}</strong>${label && html`<br />${say(label)}`}
          ${phone && html`<br /><bdi>${phone.e164 ? html`<a href="tel:${phone.e164}">${phone.written}</a>` : phone.written}</bdi>`}
          ${email && html`<br /><a href="mailto:${email}"><bdi>${email}</bdi></a>`}
        </address>`,
    )}
  </section>`

/** @param {'missing' | 'gone'} why @param {Source} source @returns {Page} */
export const noPage = (why, { locale, languages }) => ({
  path: '',
  languages,
  title: words[locale][why],
  body: html`<h1 class="sorry">${words[locale][why]}</h1>`,
})
