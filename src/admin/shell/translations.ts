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
      documentNotFound: 'This was not found. It may have been deleted, or you may not read it.',
      unauthorized: 'This is not part of your role',
      unauthorizedAdmin: 'You have no role here yet. Ask an administrator.',
      userEmailAlreadyRegistered: 'Another person signs in with this address already.',
      valueMustBeUnique: 'This is used already. Choose another one.',
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
      noLabel: 'Not filled in',
      payloadSettings: 'Screens',
      untitled: 'No title yet',
      updatedAt: 'Last saved',
    },
    upload: {
      editImage: 'Choose what squares show',
      fileName: 'Picture',
      focalPoint: 'The middle of squares',
      focalPointDescription: 'Drag the point to what must be seen when the picture is cut to a square.',
    },
    version: {
      draftSavedSuccessfully: 'Saved.',
      saveDraft: 'Save',
      versions: 'History',
      version: 'Earlier text',
    },
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
      documentNotFound: 'Det här hittades inte. Det kan ha tagits bort, eller så får du inte läsa det.',
      unauthorized: 'Det här ingår inte i din roll',
      unauthorizedAdmin: 'Du har ingen roll här ännu. Fråga en administratör.',
      userEmailAlreadyRegistered: 'En annan person loggar redan in med den adressen.',
      valueMustBeUnique: 'Det här används redan. Välj något annat.',
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
      noLabel: 'Inte ifyllt',
      payloadSettings: 'Skärmarna',
      untitled: 'Ingen titel ännu',
      updatedAt: 'Senast sparad',
    },
    upload: {
      editImage: 'Välj vad kvadrater visar',
      fileName: 'Bild',
      focalPoint: 'Kvadraternas mitt',
      focalPointDescription: 'Dra punkten till det som måste synas när bilden beskärs till en kvadrat.',
    },
    version: {
      draftSavedSuccessfully: 'Sparat.',
      saveDraft: 'Spara',
      versions: 'Historik',
      version: 'Tidigare text',
    },
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
      documentNotFound:
        'Das wurde nicht gefunden. Vielleicht wurde es gelöscht, oder Sie dürfen es nicht lesen.',
      unauthorized: 'Das gehört nicht zu Ihrer Rolle',
      unauthorizedAdmin: 'Sie haben hier noch keine Rolle. Fragen Sie die Administration.',
      userEmailAlreadyRegistered: 'Mit dieser Adresse meldet sich schon eine andere Person an.',
      valueMustBeUnique: 'Das wird schon verwendet. Wählen Sie etwas anderes.',
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
      noLabel: 'Nicht ausgefüllt',
      payloadSettings: 'Bildschirme',
      untitled: 'Noch kein Titel',
      updatedAt: 'Zuletzt gespeichert',
    },
    upload: {
      editImage: 'Wählen, was Quadrate zeigen',
      fileName: 'Bild',
      focalPoint: 'Die Mitte von Quadraten',
      focalPointDescription:
        'Ziehen Sie den Punkt auf das, was zu sehen sein muss, wenn das Bild quadratisch zugeschnitten wird.',
    },
    version: {
      draftSavedSuccessfully: 'Gespeichert.',
      saveDraft: 'Speichern',
      versions: 'Verlauf',
      version: 'Früherer Text',
    },
  },
}
