import { ekemark } from './ekemark'
import type { Entry } from './entry'
import { houseOfTools } from './house-of-tools'
import { kitchenArithmetic } from './kitchen-arithmetic'
import { rainLedger } from './rain-ledger'
import { suryani } from './suryani'

/** All award entries of the invented foundation, oldest first. */
export const entries: readonly Entry[] = [rainLedger, ekemark, houseOfTools, kitchenArithmetic, suryani]
