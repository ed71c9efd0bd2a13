/** Why a webhook does not do what was asked, part of the registry in errors.ts. */
export const webhookRefusals = {
  webhook_off: {
    status: 409,
    en: 'This webhook is off. Turn it on first.',
    sv: 'Den här webhooken är avstängd. Slå på den först.',
    de: 'Dieser Webhook ist ausgeschaltet. Schalten Sie ihn zuerst ein.',
  },
} as const
