// Refusals of web addresses that are not free.

export const addressRefusals = {
  slug_taken: {
    status: 409,
    en: 'The web address “{slug}” is already used. Choose another one that says more.',
    sv: 'Webbadressen ”{slug}” används redan. Välj en annan som säger mer.',
    de: 'Die Webadresse „{slug}“ wird schon verwendet. Wählen Sie eine andere, die mehr sagt.',
  },
  slug_former: {
    status: 409,
    en: 'The web address “{slug}” is not free: {document} had it before, and old links must not lead elsewhere. Choose another one.',
    sv: 'Webbadressen ”{slug}” är inte ledig: {document} har haft den tidigare, och gamla länkar får inte leda någon annanstans. Välj en annan.',
    de: 'Die Webadresse „{slug}“ ist nicht frei: {document} trug sie früher, und alte Links dürfen nicht anderswohin führen. Wählen Sie eine andere.',
  },
} as const
