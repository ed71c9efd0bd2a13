import type { Part } from '@/difference'
import { screenDirection, wordsOf, type TextPage } from './text-page'

// A name that the desk gave: what is only chosen in a form is not there to be shown.
const isStored = (name: string): boolean => /^[A-Za-z0-9]{20}\.[a-z]+$/.test(name)

/** The picture itself in place of the name of its file; before and now side by side where it is another one. */
export function PictureView({ parts, page }: { parts: readonly Part[]; page: TextPage }) {
  return (
    <div className="desk-pictures">
      {parts.map(({ kind, text }) => (
        <Picture key={kind} kind={kind} name={text} page={page} />
      ))}
    </div>
  )
}

function Picture({ kind, name, page }: { kind: Part['kind']; name: string; page: TextPage }) {
  const said = wordsOf(page).pictures[kind]
  return (
    <figure className={`desk-pictures__one desk-pictures__one--${kind}`}>
      {isStored(name) ? (
        // oxlint-disable-next-line nextjs/no-img-element -- only whoever is signed in may fetch it
        <img alt={said} decoding="async" loading="lazy" src={`/api/media/file/${name}`} />
      ) : (
        <p dir="auto">{name}</p>
      )}
      {kind === 'kept' ? null : <figcaption {...screenDirection(page.language)}>{said}</figcaption>}
    </figure>
  )
}
