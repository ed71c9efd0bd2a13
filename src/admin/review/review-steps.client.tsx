'use client'

import { useConfig, useTranslation } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useSyncExternalStore } from 'react'
import type { DocumentStatus } from '@/units'
import { offersFor, type Offer } from '../units/offers'
import { UnitChips } from '../units/unit-chips.client'
import { UnitNotes } from '../units/unit-notes.client'
import { UnitSteps } from '../units/unit-steps.client'
import { send, type Outcome } from '../units/use-status.client'
import { useShownUnits } from '../units/use-shown-units.client'
import { screenWords } from '../words'

type Props = {
  collection: string
  id: string
  locale: string
  title: string
  /** As it was read together with the words on screen. */
  status: DocumentStatus
  deliveryUrl: string | null
}

const never = () => () => undefined
/** False until the browser has taken over, which knows the clock on which times are said. */
const useIsInBrowser = (): boolean =>
  useSyncExternalStore(
    never,
    () => true,
    () => false,
  )

/** Beside the words that are read: where they stand, and the verdict, which is about exactly these words. */
export function ReviewSteps(props: Props) {
  const { i18n } = useTranslation()
  const isInBrowser = useIsInBrowser()
  const { title } = screenWords(i18n.language).units
  return (
    <aside aria-label={title} className="desk-panel desk-review__steps">
      <h2 className="desk-panel__title">{title}</h2>
      {isInBrowser ? <Steps {...props} /> : null}
    </aside>
  )
}

function Steps({ collection, id, locale, title, status, deliveryUrl }: Props) {
  const { i18n } = useTranslation()
  const { config } = useConfig()
  const router = useRouter()
  const screens = screenWords(i18n.language)
  const words = screens.units
  const { shown } = useShownUnits(status.units, locale)
  const offers = offersFor(status, locale)
  const here = status.units.filter(({ unit }) => unit === locale || unit === 'shared')
  const url = `${config.routes.api}/${collection}/${id}`
  const run = async (offer: Offer, reason?: string): Promise<Outcome> => {
    const outcome = await send(`${url}/${offer.verb}`, offer, reason)
    if ('units' in outcome) router.refresh()
    return 'units' in outcome ? { isDone: true } : outcome
  }
  return (
    <>
      <UnitChips locale={locale} units={shown} />
      {here.toReversed().map((unit) => (
        <UnitNotes key={unit.unit} isPublishable={deliveryUrl !== null} unit={unit} />
      ))}
      <UnitSteps
        isBlocked={false}
        onReadNew={() => window.location.reload()}
        reviewPath={null}
        {...{ offers, title, run, url }}
      />
      {offers.together.length === 0 ? <p className="desk-panel__help">{words.nothingToDo}</p> : null}
      {status.publicPath && deliveryUrl !== null ? (
        <a href={`${deliveryUrl}${status.publicPath}`} rel="noreferrer" target="_blank">
          {screens.publication.look}
        </a>
      ) : null}
    </>
  )
}
