'use client'

import { createPortal } from 'react-dom'
import { ConflictDialog } from './conflict-dialog.client'
import { useConflict } from './use-conflict.client'

/** In the form of each document: opens when somebody else saved meanwhile, so that both versions can be compared. */
export function Conflict() {
  const { now, setNow, save } = useConflict()
  if (now.step === 'none') return null
  // Outside the form: its keys and its submit are not for this screen.
  return createPortal(
    <ConflictDialog
      now={now}
      onChoose={(choices) => now.step === 'deciding' && setNow({ ...now, choices })}
      onClose={() => setNow({ step: 'none' })}
      onSave={() => now.step === 'deciding' && void save(now)}
    />,
    document.body,
  )
}
