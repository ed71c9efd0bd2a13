import { phrasebook } from '@/lib/sentence'

export const mediaPhrases = {
  'This is not a picture that can be used here. Choose a JPEG, PNG or WebP file.': [
    'Det här är inte en bild som kan användas här. Välj en JPEG-, PNG- eller WebP-fil.',
    'Dies ist kein Bild, das hier verwendet werden kann. Wählen Sie eine JPEG-, PNG- oder WebP-Datei.',
  ],
  'This is {kind}, which cannot be used here. Choose a JPEG, PNG or WebP file.': [
    'Det här är {kind}, som inte kan användas här. Välj en JPEG-, PNG- eller WebP-fil.',
    'Dies ist {kind} und kann hier nicht verwendet werden. Wählen Sie eine JPEG-, PNG- oder WebP-Datei.',
  ],
  'an SVG drawing': ['en SVG-teckning', 'eine SVG-Zeichnung'],
  'a web page': ['en webbsida', 'eine Webseite'],
  'a GIF': ['en GIF', 'ein GIF'],
  'a PDF': ['en PDF', 'ein PDF'],
  'a TIFF': ['en TIFF', 'ein TIFF'],
  'an AVIF, HEIC or video file': ['en AVIF-, HEIC- eller videofil', 'eine AVIF-, HEIC- oder Videodatei'],
  'The file is empty.': ['Filen är tom.', 'Die Datei ist leer.'],
  'The file is broken or incomplete. Export the picture again and choose the new file.': [
    'Filen är trasig eller ofullständig. Exportera bilden igen och välj den nya filen.',
    'Die Datei ist beschädigt oder unvollständig. Exportieren Sie das Bild noch einmal und wählen Sie die neue Datei.',
  ],
  'Something else is hidden in this file, behind the picture. Export the picture again and choose the new file.':
    [
      'Något annat ligger dolt i filen, bakom bilden. Exportera bilden igen och välj den nya filen.',
      'In dieser Datei steckt hinter dem Bild noch etwas anderes. Exportieren Sie das Bild noch einmal und wählen Sie die neue Datei.',
    ],
  'There is program code in this file. Export the picture again and choose the new file.': [
    'Det finns programkod i filen. Exportera bilden igen och välj den nya filen.',
    'In dieser Datei steckt Programmcode. Exportieren Sie das Bild noch einmal und wählen Sie die neue Datei.',
  ],
  'This picture moves. Choose one that stands still.': [
    'Den här bilden rör sig. Välj en stillbild.',
    'Dieses Bild bewegt sich. Wählen Sie ein unbewegtes Bild.',
  ],
  'The picture is {width} × {height} pixels. It may have {most} million pixels and {side} on a side: make it smaller first.':
    [
      'Bilden är {width} × {height} pixlar. Den får ha {most} miljoner pixlar och {side} på en sida: gör den mindre först.',
      'Das Bild hat {width} × {height} Pixel. Erlaubt sind {most} Millionen Pixel und {side} je Seite: Verkleinern Sie es zuerst.',
    ],
  'The file is larger than {most} MB. Save the picture as a JPEG of lower quality.': [
    'Filen är större än {most} MB. Spara bilden som en JPEG med lägre kvalitet.',
    'Die Datei ist größer als {most} MB. Speichern Sie das Bild als JPEG mit niedrigerer Qualität.',
  ],
  'This picture takes too long to read. Export it again, or make it smaller.': [
    'Det tar för lång tid att läsa bilden. Exportera den igen eller gör den mindre.',
    'Dieses Bild zu lesen dauert zu lange. Exportieren Sie es noch einmal oder verkleinern Sie es.',
  ],
  'This picture needs too much memory to be read. Make it smaller.': [
    'Bilden kräver för mycket minne för att läsas. Gör den mindre.',
    'Dieses Bild braucht zum Lesen zu viel Speicher. Verkleinern Sie es.',
  ],
} as const satisfies Record<string, readonly [sv: string, de: string]>

export const say = phrasebook(mediaPhrases)
