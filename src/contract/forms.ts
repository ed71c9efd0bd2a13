import type { ResourceName } from './resources'

// Other forms of a resource, by the ending of its address.

type Form = { mediaType: string; resources: readonly ResourceName[]; summary: string; description: string }

export const forms = {
  '.vcf': {
    mediaType: 'text/vcard',
    resources: ['press-contacts'],
    summary: 'as a card for address books',
    description: 'vCard 4.0 (RFC 6350), in UTF-8.',
  },
} as const satisfies Record<`.${string}`, Form>

/** The ending of an address that asks for another form. */
export type FormEnding = keyof typeof forms
export const formEndings = Object.keys(forms) as FormEnding[]
