'use client'

import { useZone } from '../parts/clock.client'

/** Sends along whose midnight the days of a filter begin at: that of the clock on which the log is told. */
export const LogZone = () => <input name="zone" type="hidden" value={useZone()} />
