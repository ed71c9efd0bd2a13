import { readHold } from '@/lib/hold'
import type { Look } from './check-server'
import { fine, warning, type Finding } from './finding'

export async function checkHold({ client }: Look): Promise<readonly Finding[]> {
  const hold = await readHold(client)
  if (!hold) return [fine('hold', 'e-mails and webhooks may leave')]
  return [
    warning(
      'hold',
      `Nothing leaves the desk since ${hold.since.toISOString()}: ${hold.reason}`,
      'When this is the desk that should send, run: npm run hold -- end',
    ),
  ]
}
