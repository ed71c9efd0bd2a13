/** Why an earlier version of a unit cannot be brought back, part of the registry in errors.ts. */
export const restoreRefusals = {
  already_current: {
    status: 409,
    en: '{unit}: these are the words as they are now.',
    sv: '{unit}: det här är orden som de är nu.',
    de: '{unit}: Dies sind die Wörter, wie sie jetzt sind.',
  },
  file_replaced: {
    status: 409,
    en: 'The picture was replaced since then, and its old file is gone. Upload the old picture again instead.',
    sv: 'Bilden har bytts ut sedan dess, och den gamla filen finns inte kvar. Ladda upp den gamla bilden igen i stället.',
    de: 'Das Bild wurde seither ersetzt, und die alte Datei gibt es nicht mehr. Laden Sie stattdessen das alte Bild erneut hoch.',
  },
} as const
