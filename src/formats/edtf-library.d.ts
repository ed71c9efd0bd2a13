declare module 'edtf' {
  /**
   * Parses an EDTF string; throws SyntaxError. `min` and `max` are milliseconds since 1970, or ±Infinity; null where an
   * interval does not say.
   */
  export default function parse(value: string): { min: number | null; max: number | null; edtf: string }
}
