/**
 * Payload's own words where they would mislead here: saving never publishes, nothing is sent by e-mail, and the
 * name of the framework helps nobody. `addNewLabel` and `editLabel` lose their `{{label}}`: the framework fills in
 * an object for screen readers.
 */
export const translations = {
  en: {
    authentication: {
      newPassword: 'New password',
      confirmPassword: 'The same password again',
      changePassword: 'Set a new password',
      forceUnlock: 'Let sign in again',
    },
    error: {
      notAllowedToAccessPage: 'Your role does not allow this. An administrator can change your roles.',
      unauthorized: 'This is not part of your role',
      unauthorizedAdmin: 'You have no role here yet. Ask an administrator.',
    },
    fields: { addNewLabel: 'Add new' },
    general: {
      backToDashboard: 'To the start page',
      createNew: 'New',
      dashboard: 'Start',
      editLabel: 'Edit',
      email: 'E-mail address',
      lastModified: 'Last saved',
      locale: 'Language',
      payloadSettings: 'Screens',
      untitled: 'No title yet',
      updatedAt: 'Last saved',
    },
    version: { saveDraft: 'Save', versions: 'History', version: 'Earlier text' },
  },
  sv: {
    authentication: {
      newPassword: 'Nytt lösenord',
      confirmPassword: 'Samma lösenord igen',
      changePassword: 'Ange ett nytt lösenord',
      forceUnlock: 'Tillåt inloggning igen',
    },
    error: {
      notAllowedToAccessPage: 'Din roll tillåter inte detta. En administratör kan ändra dina roller.',
      unauthorized: 'Det här ingår inte i din roll',
      unauthorizedAdmin: 'Du har ingen roll här ännu. Fråga en administratör.',
    },
    fields: { addNewLabel: 'Lägg till' },
    general: {
      backToDashboard: 'Till startsidan',
      createNew: 'Ny',
      dashboard: 'Start',
      editLabel: 'Redigera',
      email: 'E-postadress',
      lastModified: 'Senast sparad',
      locale: 'Språk',
      payloadSettings: 'Skärmarna',
      untitled: 'Ingen titel ännu',
      updatedAt: 'Senast sparad',
    },
    version: { saveDraft: 'Spara', versions: 'Historik', version: 'Tidigare text' },
  },
  de: {
    authentication: {
      newPassword: 'Neues Passwort',
      confirmPassword: 'Dasselbe Passwort noch einmal',
      changePassword: 'Ein neues Passwort setzen',
      forceUnlock: 'Anmeldung wieder erlauben',
    },
    error: {
      notAllowedToAccessPage: 'Ihre Rolle erlaubt dies nicht. Die Administration kann Ihre Rollen ändern.',
      unauthorized: 'Das gehört nicht zu Ihrer Rolle',
      unauthorizedAdmin: 'Sie haben hier noch keine Rolle. Fragen Sie die Administration.',
    },
    fields: { addNewLabel: 'Neu anlegen' },
    general: {
      backToDashboard: 'Zur Startseite',
      createNew: 'Neu',
      dashboard: 'Start',
      editLabel: 'Bearbeiten',
      email: 'E-Mail-Adresse',
      lastModified: 'Zuletzt gespeichert',
      locale: 'Sprache',
      payloadSettings: 'Bildschirme',
      untitled: 'Noch kein Titel',
      updatedAt: 'Zuletzt gespeichert',
    },
    version: { saveDraft: 'Speichern', versions: 'Verlauf', version: 'Früherer Text' },
  },
}
