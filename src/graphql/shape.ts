import { openapi } from '@/contract'

/** A schema of the contract as JSON Schema, as far as GraphQL can say it. */
export type Shape = {
  $ref?: string
  type?: string | readonly string[]
  format?: string
  const?: string | number | boolean
  enum?: readonly string[]
  items?: Shape
  anyOf?: readonly Shape[]
  oneOf?: readonly Shape[]
  properties?: Readonly<Record<string, Shape>>
  required?: readonly string[]
  additionalProperties?: Shape | boolean
  description?: string | undefined
}

/** The schemas of the contract by name, as the OpenAPI document has them. */
export function readShapes(): ReadonlyMap<string, Shape> {
  const { components } = openapi() as unknown as { components: { schemas: Record<string, Shape> } }
  return new Map(Object.entries(components.schemas))
}

export const refName = ({ $ref }: Shape): string | undefined => $ref?.split('/').at(-1)

/** What it may be besides null, and whether null is one of them. */
export function splitNull(shape: Shape): { choices: readonly Shape[]; isNullable: boolean } {
  const all = shape.anyOf ?? shape.oneOf
  if (all) {
    const choices = all.filter(({ type }) => type !== 'null')
    return { choices, isNullable: choices.length < all.length }
  }
  const types = [shape.type ?? []].flat()
  const [type] = types.filter((each) => each !== 'null')
  if (!types.includes('null') || type === undefined) return { choices: [shape], isNullable: false }
  return { choices: [{ ...shape, type }], isNullable: true }
}

/** The values that a shape is limited to; undefined where it is not. */
export const valuesOf = (shape: Shape | undefined): readonly string[] | undefined =>
  shape?.enum ?? (typeof shape?.const === 'string' ? [shape.const] : undefined)
