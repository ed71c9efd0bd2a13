/** Stands where Payload would offer something that this desk does in another way. */
export const Nothing = () => null
