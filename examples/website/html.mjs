// @ts-check
// Templates that escape: html`<p>${anything}</p>`. Nothing of what the API sends becomes markup by accident.

class Safe {
  /** @param {string} text */
  constructor(text) {
    this.text = text
  }
  toString() {
    return this.text
  }
}

/** @typedef {string | number | null | undefined | false | Safe | readonly Value[]} Value */

/** @type {Record<string, string>} */
const escapes = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

/** @param {string} text */
const escape = (text) => text.replaceAll(/[&<>"']/g, (sign) => escapes[sign] ?? sign)

/** @param {Value} value @returns {string} */
function print(value) {
  if (value === null || value === undefined || value === false) return ''
  if (value instanceof Safe) return value.text
  if (Array.isArray(value)) return value.map(print).join('')
  return escape(String(value))
}

/** @param {TemplateStringsArray} strings @param {...Value} values */
export const html = (strings, ...values) =>
  new Safe(strings.map((text, index) => text + print(values[index])).join(''))

/** Markup as it is: only for what the API promises to be markup. @param {string} markup */
export const asMarkup = (markup) => new Safe(markup)

/** A JSON object that may stand in a script element. @param {unknown} value */
export const asJson = (value) => new Safe(JSON.stringify(value).replaceAll('<', String.raw`\u003c`))
