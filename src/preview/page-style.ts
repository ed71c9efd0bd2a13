/** The style of the page of a preview; it tells nothing of any document. */
export const pageStyle = `:root { color-scheme: light dark; --line: #8886; --bar: #fff3d6; --ink: #1d1a14 }
* { box-sizing: border-box }
body { margin: 0; font: 1.0625rem/1.6 system-ui, sans-serif }
aside { background: var(--bar); color: var(--ink); padding: 0.75rem 1.25rem; border-block-end: 3px solid #b26a00; font-size: 0.9375rem }
aside strong { font-size: 1.0625rem }
aside p { margin: 0.25rem 0 0; max-width: 60rem }
aside ul { margin: 0.25rem 0 0; padding: 0; list-style: none; display: flex; flex-wrap: wrap; gap: 0.25rem 1.25rem }
aside a { color: inherit }
main { max-width: 44rem; margin: 0 auto; padding: 1.5rem 1.25rem 4rem; overflow-wrap: anywhere }
h1 { font-size: 1.75rem; line-height: 1.25; margin: 0 0 0.5rem }
.lead { font-size: 1.1875rem; margin: 0 0 1.25rem }
figure { margin: 1.25rem 0 }
img { max-width: 100%; height: auto; display: block }
figcaption { font-size: 0.875rem; padding-block-start: 0.375rem }
blockquote { margin: 1rem 0; padding-inline-start: 1rem; border-inline-start: 3px solid var(--line) }
dl { margin: 1.5rem 0; display: grid; grid-template-columns: minmax(7rem, max-content) 1fr; gap: 0.375rem 1.25rem }
dt { font-weight: 600 }
dd { margin: 0 }
dd ul { margin: 0; padding: 0; list-style: none }
.stand-in { font-size: 0.8125rem; border: 1px solid var(--line); border-radius: 0.5rem; padding: 0 0.375rem; white-space: nowrap }
@media (max-width: 30rem) { dl { display: block } dd { margin-block-end: 0.625rem } }
@media (prefers-color-scheme: dark) { body { background: #17181a; color: #eceae6 } a { color: #9ec1ff } }
`
