declare module 'edtf' {
  /** Parses an EDTF string; throws SyntaxError. `min` and `max` are milliseconds since 1970, or ±Infinity. */
  export default function parse(value: string): { min: number; max: number; edtf: string }
}
