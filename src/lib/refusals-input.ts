// Refusals of what was sent; part of the registry in `errors.ts`.
//
// `place` and `reason` of a request that no screen sends (an unknown field, a body that is not JSON) are English:
// whoever reads them writes a program.

export const inputRefusals = {
  bad_text: { status: 400, en: '{place}: {reason}', sv: '{place}: {reason}', de: '{place}: {reason}' },
  bad_input: { status: 400, en: '{place}: {reason}', sv: '{place}: {reason}', de: '{place}: {reason}' },
  // What somebody gave on a screen: the two are one sentence, “The address” “must begin with …”.
  unfit: { status: 400, en: '{place} {reason}', sv: '{place} {reason}', de: '{place} {reason}' },
  wrong_type: { status: 415, en: '{place}: {reason}', sv: '{place}: {reason}', de: '{place}: {reason}' },
  too_large: {
    status: 413,
    en: '{place} is larger than {limit}.',
    sv: '{place} är större än {limit}.',
    de: '{place} ist größer als {limit}.',
  },
} as const
