import type { ServerProps } from 'payload'
import { screenWords } from '../words'

/** The name of the product where Payload would show its own: the sign-in page. */
export function Logo({ i18n }: ServerProps) {
  const words = screenWords(i18n?.language ?? 'en')
  return (
    <div className="desk-logo">
      <Mark size={44} />
      <span className="desk-logo__name">{words.product}</span>
      <span className="desk-logo__hint">{words.signInHint}</span>
    </div>
  )
}

/** The small sign at the head of every page; it leads to the start page. */
export const Icon = () => <Mark size={20} />

// A laurel leaf over a desk.
function Mark({ size }: { size: number }) {
  return (
    <svg aria-hidden="true" fill="none" height={size} viewBox="0 0 24 24" width={size}>
      <path d="M12 3c4 3 5 8 0 13C7 11 8 6 12 3Z" fill="currentColor" />
      <path d="M3 20h18M12 16v4" stroke="currentColor" strokeWidth="1.8" strokeLinecap="round" />
    </svg>
  )
}
