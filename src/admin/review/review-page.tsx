import { Gutter, Link, SetStepNav } from '@payloadcms/ui'
import { notFound, redirect } from 'next/navigation'
import type { AdminViewServerProps } from 'payload'
import { contentCollections, type ContentCollection } from '@/access'
import { deskEnv } from '@/lib/env'
import { Refusal } from '@/lib/errors'
import { isLocale, sourceLocale } from '@/lib/locales'
import { isPublishable } from '@/publishing'
import { CommentsProvider } from '../comments/comments-context.client'
import { DeskFrame } from '../frame/desk-frame'
import { readReview, type Review } from './read-review'
import { ReviewPicture } from './review-picture'
import { ReviewSteps } from './review-steps.client'
import { ReviewText, type Comparison, type Reading } from './review-text'
import { collectionWords, screenWords, type Language } from '../words'

/** The screen on which words are read and judged: `/review/<collection>/<id>?locale=sv&with=approved`. */
export async function ReviewPage(view: AdminViewServerProps) {
  const { req } = view.initPageResult
  const { admin } = req.payload.config.routes
  const asked = askedOf(view)
  if (!asked) notFound()
  const here = `${admin}/review/${asked.collection}/${asked.id}`
  if (!req.user) redirect(`${admin}/login?redirect=${encodeURIComponent(here)}`)
  const review = await readReview(req, asked).catch(missing)
  const comparison = comparisonOf(view.searchParams?.['with'], review)
  return (
    <DeskFrame view={view}>
      <Frame {...{ review, asked, admin, comparison }} />
    </DeskFrame>
  )
}

type Asked = { collection: ContentCollection; id: string; locale: string; language: string }

function askedOf({ initPageResult, params }: AdminViewServerProps): Asked | undefined {
  const [, slug, id] = (params?.['segments'] ?? []) as string[]
  const collection = contentCollections.find((one) => one === slug)
  const code = initPageResult.locale?.code
  const locale = isLocale(code) ? code : sourceLocale
  return collection && id ? { collection, id, locale, language: initPageResult.req.i18n.language } : undefined
}

function missing(error: unknown): never {
  if (error instanceof Refusal && error.status === 404) notFound()
  throw error
}

const has = ({ text, shared }: Review, base: 'approved' | 'public'): boolean =>
  text.bases[base] !== undefined || shared.bases[base] !== undefined

/** What was asked for; otherwise what a reviewer looks for first: what changed since the last approval. */
function comparisonOf(wanted: unknown, review: Review): Comparison {
  if (wanted === 'nothing' || wanted === 'approved' || wanted === 'public') return wanted
  const { bases, status } = review.text
  return bases.approved && !status.approval ? 'approved' : 'nothing'
}

type FrameProps = { review: Review; asked: Asked; admin: string; comparison: Comparison }

function Frame({ review, asked, admin, comparison }: FrameProps) {
  const { collection, id, locale, language } = asked
  const words = screenWords(language).units.review
  const kind = collectionWords[language as Language]?.[collection]
  const form = `${admin}/collections/${collection}/${id}?locale=${locale}`
  const reading: Reading = { collection, id, language, comparison }
  return (
    <Gutter className="desk-review">
      <SetStepNav
        nav={[
          { label: kind?.many ?? '', url: `${admin}/collections/${collection}` },
          { label: review.title, url: form },
          { label: words.title },
        ]}
      />
      <header className="desk-review__head">
        <h1 dir="auto">{review.title}</h1>
        <p>
          {kind?.one} · <Link href={form}>{words.openForm}</Link>
        </p>
      </header>
      <div className="desk-review__page">
        <main>
          <CommentsProvider collection={collection} id={id}>
            <Comparisons {...{ review, asked, admin, comparison }} />
            <ReviewPicture {...{ comparison, language }} shared={review.shared} text={review.text} />
            <ReviewText reading={reading} source={review.source} unit={review.text} />
            <ReviewText reading={reading} unit={review.shared} />
          </CommentsProvider>
        </main>
        <ReviewSteps
          {...{ collection, id, locale }}
          deliveryUrl={isPublishable(collection) ? deskEnv().DELIVERY_URL : null}
          status={review.status}
          title={review.title}
        />
      </div>
    </Gutter>
  )
}

function Comparisons({ review, asked, admin, comparison }: FrameProps) {
  const { collection, id, locale, language } = asked
  const words = screenWords(language).units.review
  const choices = (['approved', 'public'] as const).filter((base) => has(review, base))
  if (choices.length === 0) return null
  return (
    <nav aria-label={words.compareWith} className="desk-review__with">
      <span>{words.compareWith}</span>
      {(['nothing', ...choices] as const).map((base) => (
        <Link
          key={base}
          {...(base === comparison ? { 'aria-current': 'true' as const } : {})}
          href={`${admin}/review/${collection}/${id}?locale=${locale}&with=${base}`}
        >
          {words.bases[base]}
        </Link>
      ))}
    </nav>
  )
}
