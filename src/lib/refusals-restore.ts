/** Why an earlier version of a unit cannot be brought back, part of the registry in errors.ts. */
export const restoreRefusals = {
  already_current: {
    status: 409,
    en: '{unit}: these are the words as they are now.',
    sv: '{unit}: det här är orden som de är nu.',
    de: '{unit}: Dies sind die Wörter, wie sie jetzt sind.',
  },
  describes_former: {
    status: 409,
    en: '{unit} is public and describes the picture that was there before. Have it approved for the new picture, or take it down in this language; the new picture becomes public together with what describes it.',
    sv: '{unit} är offentligt och beskriver bilden som fanns där tidigare. Låt någon godkänna det för den nya bilden, eller ta ned det på det här språket; den nya bilden publiceras tillsammans med det som beskriver den.',
    de: '{unit}: öffentlich, beschreibt aber noch das frühere Bild. Lassen Sie es für das neue Bild freigeben oder ziehen Sie diese Sprache zurück; das neue Bild wird zusammen mit dem veröffentlicht, was es beschreibt.',
  },
  file_replaced: {
    status: 409,
    en: 'The picture was replaced since then, and its old file is gone. Upload the old picture again instead.',
    sv: 'Bilden har bytts ut sedan dess, och den gamla filen finns inte kvar. Ladda upp den gamla bilden igen i stället.',
    de: 'Das Bild wurde seither ersetzt, und die alte Datei gibt es nicht mehr. Laden Sie stattdessen das alte Bild erneut hoch.',
  },
} as const
