'use client'

import {
  Button,
  Link,
  useAuth,
  useConfig,
  useDocumentInfo,
  useDocumentTitle,
  useFormModified,
  useLocale,
  useTranslation,
} from '@payloadcms/ui'
import type { Person } from '@/access'
import type { DocumentStatus, UnitStatus } from '@/units'
import { Assignments } from './assign-panel.client'
import { handsOf } from './hands'
import { offersFor } from './offers'
import { PreviewButton } from './preview-button.client'
import { Translations } from './translation-panel.client'
import { UnitChips } from './unit-chips.client'
import { unitName } from './unit-name'
import { UnitNotes } from './unit-notes.client'
import { UnitSteps } from './unit-steps.client'
import { useShownUnits } from './use-shown-units.client'
import { useStatus } from './use-status.client'
import { fill, screenWords } from '../words'

/** `deliveryUrl`: where the public side of this kind of document is; null where it has none. */
type Props = {
  deliveryUrl: string | null
  /** Whether it has an address of its own there. */
  hasAddress: boolean
}

/** Beside each document: where every unit stands, and the next steps of this person. */
export function UnitPanel({ deliveryUrl, hasAddress }: Props) {
  const { i18n } = useTranslation()
  const screens = screenWords(i18n.language)
  const words = screens.units
  const found = useStatus()
  const help =
    found.url === null ? words.createFirst : found.hasFailed ? screens.publication.failed : words.loading
  return (
    <section aria-label={words.title} className="desk-panel">
      <h3 className="desk-panel__title">{words.title}</h3>
      {deliveryUrl === null ? <p className="desk-panel__help">{screens.publication.inside}</p> : null}
      {found.status && found.url !== null ? (
        <Standing {...{ deliveryUrl, hasAddress }} run={found.run} status={found.status} url={found.url} />
      ) : (
        <p className="desk-panel__help">{help}</p>
      )}
    </section>
  )
}

const readNew = (): void => window.location.reload()

type StandingProps = Props & {
  status: DocumentStatus
  run: ReturnType<typeof useStatus>['run']
  /** The document's own address. */
  url: string
}

function Standing({ status, deliveryUrl, hasAddress, run, url }: StandingProps) {
  const { i18n } = useTranslation()
  const { code } = useLocale()
  const { title } = useDocumentTitle()
  const screens = screenWords(i18n.language)
  const { shown, silent } = useShownUnits(status.units, code)
  const reviewPath = useReviewPath(code)
  const isModified = useFormModified()
  const newer = useNewer(status.units, code)
  const here = status.units.filter(({ unit }) => unit === code || unit === 'shared')
  const names = silent.map(({ unit }) => unitName(unit, i18n.language, screens.publication))
  const offers = offersFor(status, code)
  return (
    <>
      <UnitChips locale={code} units={shown} />
      {names.length > 0 ? (
        <p className="desk-panel__help">
          {fill(screens.publication.noText, { languages: names.join(', ') })}
        </p>
      ) : null}
      {here.toReversed().map((unit) => (
        <UnitNotes key={unit.unit} isPublishable={deliveryUrl !== null} unit={unit} />
      ))}
      <Hindrance isModified={isModified} newer={newer} />
      <UnitSteps
        isBlocked={isModified || newer !== undefined}
        {...{ offers, title, reviewPath, run, url }}
        onReadNew={readNew}
      />
      {offers.together.length === 0 ? <p className="desk-panel__help">{screens.units.nothingToDo}</p> : null}
      {reviewPath ? <Link href={reviewPath}>{screens.units.read}</Link> : null}
      {hasAddress ? <PreviewButton isModified={isModified} locale={code} url={url} /> : null}
      {status.publicPath && deliveryUrl !== null ? (
        <a href={`${deliveryUrl}${status.publicPath}`} rel="noreferrer" target="_blank">
          {screens.publication.look}
        </a>
      ) : null}
      <Hands here={here} locale={code} status={status} url={url} />
    </>
  )
}

type HandsProps = { status: DocumentStatus; url: string; locale: string; here: readonly UnitStatus[] }

/** In whose hands it is: who does it by when, and who translates it. */
function Hands({ status, url, locale, here }: HandsProps) {
  const { user } = useAuth()
  const { collectionSlug = '' } = useDocumentInfo()
  const { mayAssign, maySend } = handsOf(user as Person | null, collectionSlug)
  return (
    <>
      <Assignments mayAssign={mayAssign} units={here.toReversed()} url={url} />
      <Translations {...{ status, url, locale, maySend }} />
    </>
  )
}

type HindranceProps = { isModified: boolean; newer: UnitStatus | undefined }

function Hindrance({ isModified, newer }: HindranceProps) {
  const { i18n } = useTranslation()
  const words = screenWords(i18n.language).units
  if (isModified) return <p className="desk-panel__hindrance">{words.saveFirst}</p>
  if (!newer) return null
  return (
    <div className="desk-panel__hindrance" role="alert">
      <p>{fill(words.newerWords, { name: newer.changedBy ?? words.someone })}</p>
      <Button buttonStyle="secondary" margin={false} onClick={readNew} size="small">
        {words.readNew}
      </Button>
    </div>
  )
}

function useReviewPath(locale: string): string | null {
  const { id, collectionSlug } = useDocumentInfo()
  const { config } = useConfig()
  return id === undefined
    ? null
    : `${config.routes.admin}/review/${collectionSlug}/${id}?locale=${encodeURIComponent(locale)}`
}

/** The unit on screen that somebody else has changed since the form was opened. */
function useNewer(units: readonly UnitStatus[], locale: string): UnitStatus | undefined {
  const { data } = useDocumentInfo()
  const base: unknown = data?.['base']
  if (typeof base !== 'object' || base === null) return undefined
  const opened = base as Record<string, string | null | undefined>
  return units.find(
    ({ unit, revision }) =>
      (unit === locale || unit === 'shared') && typeof opened[unit] === 'string' && opened[unit] !== revision,
  )
}
