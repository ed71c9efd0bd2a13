'use client'

import { Button, toast, useTranslation } from '@payloadcms/ui'
import { useId, useState } from 'react'
import type { Offer, Offers } from './offers'
import { ReviewerChoice } from './reviewer-choice.client'
import { StepQuestion } from './step-question.client'
import { isReadFirst, offerLabel, unitsInWords } from './say-units'
import type { Outcome } from './use-status.client'
import { capital, fill, screenWords } from '../words'

type Run = (offer: Offer, reason?: string) => Promise<Outcome>
type Props = {
  offers: Offers
  title: string
  /** Where the words are read before they are approved. */
  reviewPath: string | null
  /** A reason why nothing of it is possible now, as it stands above the buttons. */
  isBlocked: boolean
  run: Run
  onReadNew: () => void
  /** The document's own address. */
  url: string
}

/** The steps that this person can take now, as buttons. */
export function UnitSteps(props: Props) {
  const { offers, title, isBlocked, onReadNew } = props
  const { i18n } = useTranslation()
  const words = screenWords(i18n.language).units
  const { working, asking, setAsking, refused, begin, perform } = useSteps(props.run)
  // One reads and approves both on the same screen.
  const apart = offers.apart.filter(({ verb }) => !isReadFirst(verb) || props.reviewPath === null)
  const [reviewer, setReviewer] = useState('')
  const submitted = offers.together.find(({ verb, reasons }) => verb === 'submit' && reasons.length === 0)
  const button = (offer: Offer, isMain: boolean) => (
    <StepButton
      key={`${offer.verb} ${offer.units.map(({ unit }) => unit).join(' ')}`}
      begin={(one) => begin(one.verb === 'submit' && reviewer ? { ...one, reviewer } : one)}
      isDisabled={working || isBlocked}
      {...{ offer, isMain }}
      reviewPath={props.reviewPath}
    />
  )
  return (
    <div className="desk-panel__verbs">
      {refused ? (
        <div className="desk-panel__refusal" role="alert">
          <p>{refused.message ?? screenWords(i18n.language).publication.failed}</p>
          {refused.haveWordsChanged ? (
            <Button buttonStyle="secondary" margin={false} onClick={onReadNew} size="small">
              {words.readNew}
            </Button>
          ) : null}
        </div>
      ) : null}
      {offers.together.map((offer, place) => button(offer, place === 0 && leadsOn.has(offer.verb)))}
      {submitted ? (
        <ReviewerChoice onChoose={setReviewer} reviewer={reviewer} units={submitted.units} url={props.url} />
      ) : null}
      {apart.length > 0 ? (
        <details className="desk-panel__apart">
          <summary>{words.apart}</summary>
          <div className="desk-panel__verbs">{apart.map((offer) => button(offer, false))}</div>
        </details>
      ) : null}
      {asking ? (
        <StepQuestion
          offer={asking}
          onCancel={() => setAsking(null)}
          onConfirm={(reason) => void perform(asking, reason)}
          title={title}
        />
      ) : null}
    </div>
  )
}

/** Steps towards readers; the others are not what one usually comes for. */
const leadsOn = new Set(['approve', 'publish', 'submit', 'agree-exception', 'follow-source'])
const asksFirst = new Set(['publish', 'take-down', 'request-changes', 'ask-exception', 'agree-exception'])

function useSteps(run: Run) {
  const { i18n } = useTranslation()
  const words = screenWords(i18n.language).units
  const [working, setWorking] = useState(false)
  const [asking, setAsking] = useState<Offer | null>(null)
  const [refused, setRefused] = useState<Extract<Outcome, { isDone: false }> | null>(null)
  const perform = async (offer: Offer, reason?: string): Promise<void> => {
    setAsking(null)
    setWorking(true)
    setRefused(null)
    const outcome = await run(offer, reason)
    setWorking(false)
    if (outcome.isDone) toast.success(words.done[offer.verb])
    else setRefused(outcome)
  }
  const begin = (offer: Offer): void => {
    if (asksFirst.has(offer.verb)) setAsking(offer)
    else void perform(offer)
  }
  return { working, asking, setAsking, refused, begin, perform }
}

type ButtonProps = {
  offer: Offer
  isMain: boolean
  isDisabled: boolean
  reviewPath: string | null
  begin: (offer: Offer) => void
}

function StepButton({ offer, isMain, isDisabled, reviewPath, begin }: ButtonProps) {
  const { i18n } = useTranslation()
  const help = useId()
  const { verb } = offer
  const reasons = whyNot(offer, i18n.language)
  const isPossible = reasons.length === 0
  const look = {
    buttonStyle: isMain && isPossible ? ('primary' as const) : ('secondary' as const),
    className: `desk-verb${verb === 'take-down' ? ' desk-verb--down' : ''}`,
    disabled: isDisabled || !isPossible,
    margin: false,
    size: 'medium' as const,
    children: offerLabel(offer, i18n.language, reviewPath !== null),
  }
  // Nobody approves blindly: the step leads to the words.
  if (verb === 'approve' && !look.disabled && reviewPath)
    return <Button {...look} el="link" to={reviewPath} />
  return (
    <div>
      <Button
        {...look}
        extraButtonProps={isPossible ? {} : { 'aria-describedby': help }}
        onClick={() => begin(offer)}
      />
      <Reasons id={help} reasons={reasons} />
    </div>
  )
}

const whyNot = ({ reasons, units, isLast }: Offer, language: string): readonly string[] => {
  const { lastLanguage, takeDownAll } = screenWords(language).units
  const what = capital(unitsInWords(units, language), language)
  return isLast ? [fill(lastLanguage, { what, button: takeDownAll })] : reasons
}

function Reasons({ id, reasons }: { id: string; reasons: readonly string[] }) {
  if (reasons.length === 0) return null
  return (
    <div className="desk-panel__reason" id={id}>
      {reasons.map((reason) => (
        <p key={reason}>{reason}</p>
      ))}
    </div>
  )
}
