// Refusals of web addresses.

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
  unreadable_address: {
    status: 400,
    en: 'A percent sign in this address stands for no character. Perhaps the address was cut off, or copied wrongly.',
    sv: 'Ett procenttecken i adressen står inte för något tecken. Kanske har adressen klippts av eller kopierats fel.',
    de: 'Ein Prozentzeichen in dieser Adresse steht für kein Zeichen. Vielleicht wurde sie abgeschnitten oder falsch kopiert.',
  },
} as const
