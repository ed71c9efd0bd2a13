'use client'

import { useId } from 'react'

type DayProps = { label: string; day: string; onChoose: (day: string) => void }

/** A day in the reader's own way of writing it. */
export function DayChoice({ label, day, onChoose }: DayProps) {
  const id = useId()
  return (
    <div className="desk-dialog__field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        onChange={(event) => onChoose(event.target.value)}
        // Within the form of the document, Enter would save it.
        onKeyDown={(event) => (event.key === 'Enter' ? event.preventDefault() : undefined)}
        type="date"
        value={day}
      />
    </div>
  )
}
