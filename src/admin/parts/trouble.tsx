/** Why what was just tried did not work, read out at once; nothing while nothing is said. */
export const Trouble = ({ said, id }: { said: string | null; id?: string }) =>
  said ? (
    <p className="desk-dialog__missing" id={id} role="alert">
      {said}
    </p>
  ) : null
