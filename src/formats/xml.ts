// XML 1.0.

const escapes: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
}

// Characters that XML cannot hold, not even escaped (XML 1.0, section 2.2).
// oxlint-disable-next-line no-control-regex -- control characters are what is looked for
const unheld = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g

/** A text as the content of an element or the value of an attribute. */
export const xmlText = (text: string): string =>
  text
    .toWellFormed()
    .replace(unheld, '')
    .replace(/[&<>"']/g, (character) => escapes[character] ?? character)
