/** Of a step `s` that asked for an exception, SQL: the submission in which it was asked has not ended. */
export const exceptionStands = `not exists (
  select from editorial.steps ended
   where ended.document_id = s.document_id and ended.unit = s.unit and ended.collection = s.collection
     and ended.id > s.id and ended.verb in ('request-changes', 'take-back', 'submit'))`
