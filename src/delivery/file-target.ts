/** A file of a public picture: `/v1/media/{id}/{name}.{ending}`. */
export type FileWanted = { id: string; name: string; ending: string; search: string }

const shape =
  /^(?:https?:\/\/[^/?#]*)?\/v1\/media\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\/([A-Za-z0-9]{20})\.(avif|webp|jpg|png)(?:\?(.*))?$/

/** What a target asks for, if it is shaped like the address of a file. */
export function readFileTarget(target: string): FileWanted | undefined {
  const [, id = '', name = '', ending = '', search = ''] = shape.exec(target) ?? []
  return id === '' ? undefined : { id, name, ending, search }
}
