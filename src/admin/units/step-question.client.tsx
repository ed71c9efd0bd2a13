'use client'

import { useTranslation } from '@payloadcms/ui'
import type { Offer } from './offers'
import { useClock } from '../parts/clock.client'
import { StepDialog } from '../parts/step-dialog.client'
import { offerLabel, publishSentences, unitsInWords } from './say-units'
import { fill, screenWords } from '../words'

type Props = { offer: Offer; title: string; onConfirm: (reason: string) => void; onCancel: () => void }

/** What is asked before a step: exactly what it will do, or for which reason. */
export function StepQuestion({ offer, title, onConfirm, onCancel }: Props) {
  const clock = useClock()
  const { language } = clock
  const words = screenWords(language).units
  const { verb } = offer
  const doing = {
    onConfirm,
    onCancel,
    confirmLabel: offerLabel(offer, language),
    cancelLabel: words.confirm.cancel,
  }
  if (verb === 'request-changes' || verb === 'ask-exception') {
    const reason = { help: words.reason[`${verb}-help`], missing: words.reason.missing }
    return <StepDialog {...doing} heading={words.reason[verb]} reason={reason} />
  }
  if (verb === 'agree-exception') return <AgreeQuestion {...{ offer, doing }} />
  const isPublishing = verb === 'publish'
  const what = unitsInWords(offer.gone ?? offer.units, language)
  const sentences = isPublishing
    ? publishSentences({ units: offer.units, title, clock })
    : [fill(words.confirm.gone, { title, what }), ...(offer.effect ? [offer.effect] : [])]
  const reason = { help: words.reason['take-down-help'], missing: words.reason.missing }
  return (
    <StepDialog
      {...doing}
      {...(isPublishing ? {} : { reason })}
      heading={isPublishing ? words.confirm.publish : words.confirm.down}
    >
      {sentences.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </StepDialog>
  )
}

type Doing = Pick<Parameters<typeof StepDialog>[0], 'onConfirm' | 'onCancel' | 'confirmLabel' | 'cancelLabel'>

function AgreeQuestion({ offer, doing }: { offer: Offer; doing: Doing }) {
  const { i18n } = useTranslation()
  const words = screenWords(i18n.language).units
  const asked = offer.units.map(({ exception }) => exception).find((one) => one !== null)
  const what = unitsInWords(offer.units, i18n.language)
  return (
    <StepDialog {...doing} heading={words.confirm.agree}>
      <p>{fill(words.confirm.agreeText, { name: asked?.by || words.someone, what })}</p>
      {offer.units.map(({ unit, exception }) =>
        exception ? (
          <blockquote key={unit} dir="auto">
            {exception.reason}
          </blockquote>
        ) : null,
      )}
    </StepDialog>
  )
}
