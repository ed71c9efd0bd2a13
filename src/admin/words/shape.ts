/** `one` and `many` name the collection; a field is “Label | help”, its key the path of names; an option is `path=value`. */
export type CollectionWords = {
  one: string
  many: string
  group: 'award' | 'press' | 'foundation'
  about: string
  fields: Record<string, string>
  options?: Record<string, string>
}

export type Words = Record<string, CollectionWords>

/** Another language says the same things as `Source`: a word that is missing or too many does not compile. */
export type SameAs<Source> = {
  [Key in keyof Source]: Key extends 'group'
    ? Source[Key]
    : Source[Key] extends string
      ? string
      : SameAs<Source[Key]>
}

/** A text in each language of the screens. */
export type Said = { en: string; sv: string; de: string }
