import type { ServerProps } from 'payload'
import type { ReactNode } from 'react'
import { poolOf } from '@/lib/postgres'
import { foundationZone } from '@/units'
import { OnClock } from '../parts/clock.client'

type Props = ServerProps & { children: ReactNode }

/** Around all screens: moments are told on the clock of the foundation, wherever the reader sits. */
export async function FoundationClock({ payload, children }: Props) {
  return <OnClock zone={await foundationZone(poolOf(payload))}>{children}</OnClock>
}
