/** Refusals of signing in, part of the registry in errors.ts. */
export const signInRefusals = {
  not_signed_in: {
    status: 401,
    en: 'Please sign in.',
    sv: 'Logga in först.',
    de: 'Bitte melden Sie sich an.',
  },
  wrong_sign_in: {
    status: 401,
    en: 'E-mail address or password is wrong.',
    sv: 'E-postadressen eller lösenordet är fel.',
    de: 'E-Mail-Adresse oder Passwort ist falsch.',
  },
  wrong_present_password: {
    status: 403,
    en: 'This is not your present password.',
    sv: 'Det här är inte ditt nuvarande lösenord.',
    de: 'Das ist nicht Ihr jetziges Passwort.',
  },
  wrong_code: {
    status: 403,
    en: 'This code is wrong or was used before. The app shows a new one every 30 seconds.',
    sv: 'Koden är fel eller redan använd. Appen visar en ny var 30:e sekund.',
    de: 'Dieser Code ist falsch oder wurde schon benutzt. Die App zeigt alle 30 Sekunden einen neuen.',
  },
  not_proved: {
    status: 403,
    en: 'This is neither your password nor a current code of your app.',
    sv: 'Det här är varken ditt lösenord eller en aktuell kod från din app.',
    de: 'Das ist weder Ihr Passwort noch ein aktueller Code Ihrer App.',
  },
  too_many_tries: {
    status: 429,
    en: 'Too many tries. Please try again {when}.',
    sv: 'För många försök. Försök igen {when}.',
    de: 'Zu viele Versuche. Bitte versuchen Sie es {when} noch einmal.',
  },
  second_step_needed: {
    status: 409,
    en: 'Your role needs two-step sign-in, so it stays on.',
    sv: 'Din roll kräver inloggning i två steg, så den förblir på.',
    de: 'Ihre Rolle verlangt die Anmeldung in zwei Schritten, deshalb bleibt sie an.',
  },
} as const
