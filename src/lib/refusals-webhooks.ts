// Refusals of webhooks; part of the registry in `errors.ts`.

export const webhookRefusals = {
  no_event: {
    status: 400,
    en: 'Choose at least one event.',
    sv: 'Välj minst en händelse.',
    de: 'Wählen Sie mindestens ein Ereignis.',
  },
} as const
