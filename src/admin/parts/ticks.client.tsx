'use client'

export type Tick = { value: string; label: string; note?: string | undefined }
type TicksProps = {
  label: string
  choices: readonly Tick[]
  chosen: readonly string[]
  onChange: (chosen: readonly string[]) => void
}

/** Boxes to tick. */
export function Ticks({ label, choices, chosen, onChange }: TicksProps) {
  const set = (value: string, isOn: boolean): void =>
    onChange(isOn ? [...chosen, value] : chosen.filter((one) => one !== value))
  return (
    <fieldset className="desk-ticks">
      <legend>{label}</legend>
      {choices.map(({ value, label: text, note }) => (
        <label key={value}>
          <input
            checked={chosen.includes(value)}
            onChange={(event) => set(value, event.target.checked)}
            type="checkbox"
          />
          <span>
            <bdi>{text}</bdi>
            {note ? <small>{note}</small> : null}
          </span>
        </label>
      ))}
    </fieldset>
  )
}
