export type Shown = 'public' | 'changed' | 'never' | 'down' | 'empty'

/** A coloured dot and the words that say the same. */
export function StateMark({ state, text }: { state: Shown; text: string }) {
  return <span className={`desk-state desk-state--${state}`}>{text}</span>
}
