// What the doctor says: one finding per thing that was looked at.

type State = 'ok' | 'warning' | 'wrong'

/** `check` names what was looked at; `todo` is what to do, where something is to be done. */
export type Finding = { check: string; state: State; says: string; todo?: string }

export const fine = (check: string, says: string): Finding => ({ check, state: 'ok', says })

export const warning = (check: string, says: string, todo: string): Finding => ({
  check,
  state: 'warning',
  says,
  todo,
})

export const wrong = (check: string, says: string, todo: string): Finding => ({
  check,
  state: 'wrong',
  says,
  todo,
})

/** The troubles, or that there is none. */
export const orFine = (troubles: readonly Finding[], good: Finding): readonly Finding[] =>
  troubles.length > 0 ? troubles : [good]

/** Everything that was found, one line each, for people. */
export function printFindings(findings: readonly Finding[]): string {
  const width = Math.max(...findings.map(({ check }) => check.length))
  const lines = findings.map(({ check, state, says, todo }) => {
    const line = `${state.padEnd(7)}  ${check.padEnd(width)}  ${says}`
    return todo === undefined ? line : `${line} → ${todo}`
  })
  return `${lines.join('\n')}\n\n${sumUp(findings)}\n`
}

function sumUp(findings: readonly Finding[]): string {
  const count = (state: State): number => findings.filter((finding) => finding.state === state).length
  const warnings = count('warning')
  return `${count('ok')} ok, ${warnings} ${warnings === 1 ? 'warning' : 'warnings'}, ${count('wrong')} wrong.`
}
