import type { NameOf } from './happened'
import type { UnitRow } from './revisions'
import type { UnitStatus } from './status'

type Standing = Pick<
  UnitStatus,
  'stage' | 'stageAt' | 'stageBy' | 'revision' | 'number' | 'changedAt' | 'changedBy'
>

/** At which stage a unit is, and whose words it has. */
export function standing(row: UnitRow | undefined, nameOf: NameOf): Standing {
  if (!row) return nowhere
  const { stage, stageAt, stageBy, revision } = row
  return {
    stage,
    stageAt: stageAt.toISOString(),
    stageBy: nameOf(stageBy),
    revision: revision.id,
    number: revision.number,
    changedAt: revision.at.toISOString(),
    changedBy: nameOf(revision.author),
  }
}

const nowhere: Standing = {
  stage: null,
  stageAt: null,
  stageBy: null,
  revision: null,
  number: 0,
  changedAt: null,
  changedBy: null,
}
