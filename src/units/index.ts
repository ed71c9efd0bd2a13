export { exceptionStands } from './exception-stands'
export { advance, chosenUnit, type Actor, type Chosen } from './advance'
export { refuseUnable, storeAssignment } from './assign'
export { ablePeople, readColleagues, type Able, type Colleague } from './colleagues'
export { readComparable, type Comparable } from './comparable'
export { bodyAs, doorOf, isId, type Asked } from './door'
export { readFacts, fieldsOf, type DocumentFacts, type UnitFacts } from './facts'
export { fieldAt, fieldName, pathName } from './field-name'
export { forgetDocument } from './forget'
export { foundationZone } from './foundation-zone'
export { publishedRevision, readHistory, revisionsAfter, type HistoryEntry } from './history'
export { insideFields, insideValues, readableInside } from './inside-values'
export { markPublic, type PublicStep } from './mark-public'
export { sayDocument, sayNeeds, sayStillNeeded, type Titled } from './needs'
export { holdsVerb, obstacleTo } from './obstacle'
export { namesOf } from './people'
export { readNewestDraft } from './read-draft'
export { recordUnits } from './record'
export { restoreUnit } from './restore'
export { restoredFrom } from './restoring'
export {
  insertStep,
  readRevision,
  readRevisionNumber,
  readUnits,
  type DocumentRef,
  type UnitRef,
  type UnitRow,
} from './revisions'
export { stageInWords, unitInWords } from './say'
export { seenUnits } from './seen-units'
export { sentValues, type SentValue } from './sent-values'
export { verbs, type Stage, type Verb } from './stages'
export { stagesOf, type StageOfUnit } from './stages-of'
export { refuseUnreadable, statusOf, type DocumentStatus, type UnitStatus } from './status'
export { keyOf, titlesOf, versionsOf } from './titles'
export { openRequests } from './translation'
export { isLocalized, isOfUnits, valuesOf, type Values } from './unit-values'
