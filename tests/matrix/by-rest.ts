import { picture } from '../staff'
import { withParameters } from './attacks'
import type { Outcome, Try, World } from './operations'
import { next, type Row } from './bodies'

/** Tries it as a program or a form does: at its address, with the session of this role. */
export async function byRest({ staff }: World, made: Try): Promise<Outcome> {
  const { cell, attack, data } = made
  const [method, path] = addressOf(made)
  const content = cell.collection === 'media' && cell.operation === 'create' ? await formOf(data) : data
  const isRead = method === 'GET' || method === 'DELETE'
  const response = await staff.as(cell.actor)(
    method,
    withParameters(path, attack),
    isRead ? undefined : content,
  )
  const said = await response.text()
  const { status } = response
  return {
    kind: status < 300 ? 'done' : String(status),
    isRefused: [401, 403, 404].includes(status) || (attack.byItself?.includes(status) ?? false),
    said,
    doc: status < 300 ? docIn(JSON.parse(said) as Row) : undefined,
  }
}

const docIn = (answer: Row): Row => (answer['doc'] ?? answer) as Row

function addressOf({ cell: { collection, operation }, id, locale }: Try): [method: string, path: string] {
  const at = `/api/${collection}`
  const addresses: Record<string, [string, string]> = {
    create: ['POST', at],
    readVersions: ['GET', `${at}/versions?locale=en`],
    delete: ['DELETE', `${at}/${id}?locale=en`],
    'update-many': ['PATCH', `${at}?locale=${locale}&where[id][equals]=${id}`],
    'delete-many': ['DELETE', `${at}?locale=en&where[id][equals]=${id}`],
    duplicate: ['POST', `${at}/${id}/duplicate?locale=en`],
    'restore-version': ['POST', `${at}/versions/${id}?locale=en`],
  }
  if (operation.startsWith('list')) return ['GET', `${at}?locale=${locale}`]
  const method = operation.startsWith('read') ? 'GET' : 'PATCH'
  return addresses[operation] ?? [method, `${at}/${id}?locale=${locale}`]
}

async function formOf(data: Row): Promise<FormData> {
  const file = await picture(`new-${next()}.png`)
  const body = new FormData()
  body.set('_payload', JSON.stringify(data))
  body.set('file', new File([new Uint8Array(file.data)], file.name, { type: file.mimetype }))
  return body
}
