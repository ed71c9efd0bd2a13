/** Why what was just tried did not work, read out at once; nothing while nothing is said. */
export const Trouble = ({ said }: { said: string | null }) =>
  said ? (
    <p className="desk-dialog__missing" role="alert">
      {said}
    </p>
  ) : null
