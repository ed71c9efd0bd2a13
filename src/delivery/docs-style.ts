/** The style of `/docs`. It stands in the page, whose Content-Security-Policy names its hash. */
export const docsStyle = `
:root { color-scheme: light dark; --paper: #fff; --ink: #1f2328; --soft: #5b6470; --line: #dfe3e8; --wash: #f5f6f8; --link: #0a58a8 }
@media (prefers-color-scheme: dark) { :root { --paper: #15181c; --ink: #e4e7eb; --soft: #9aa4b0; --line: #2e343b; --wash: #1e2329; --link: #7db7f0 } }
* { box-sizing: border-box }
html { font: 400 1rem/1.6 system-ui, 'Segoe UI', 'Noto Sans', sans-serif; color: var(--ink); background: var(--paper); scroll-padding-block-start: 1rem; text-size-adjust: 100% }
body { margin: 0; display: grid; grid-template-columns: 19rem minmax(0, 1fr) }
nav { position: sticky; inset-block-start: 0; height: 100vh; overflow-y: auto; padding: 1.5rem; border-inline-end: 1px solid var(--line); font-size: .875rem }
nav h2 { margin: 1.25rem 0 .25rem; font-size: .875rem; border: 0; padding: 0 }
nav ul { margin: 0; padding: 0; list-style: none }
nav li { padding-block: .1rem; overflow-wrap: anywhere }
nav a { color: inherit; text-decoration: none }
nav li a { color: var(--soft) }
nav a:hover { color: var(--link) }
main { max-width: 62rem; padding: 2rem 2.5rem 6rem }
a { color: var(--link); text-underline-offset: .15em }
:focus-visible { outline: 2px solid var(--link); outline-offset: 2px }
h1 { margin: 0 0 .5rem; font-size: 2rem; line-height: 1.2 }
h2 { margin: 3.5rem 0 .5rem; padding-block-end: .35rem; font-size: 1.5rem; border-block-end: 1px solid var(--line) }
h3 { margin: 2.5rem 0 .25rem; font-size: 1.05rem; overflow-wrap: anywhere }
h3 small { color: var(--soft); font-weight: 500 }
p { margin: 0 0 .75rem; max-width: 46rem }
.lead { font-size: 1.15rem; color: var(--soft) }
code, pre { font: .875em/1.5 ui-monospace, 'Cascadia Code', Menlo, Consolas, 'DejaVu Sans Mono', monospace }
code { padding: .1em .3em; border-radius: .25em; background: var(--wash); overflow-wrap: anywhere }
h3 code, pre code { padding: 0; background: none; font-size: 1em }
pre { padding: 1rem; border-radius: .5rem; background: var(--wash); overflow-x: auto }
small { color: var(--soft); font-weight: 400 }
.table { overflow-x: auto; margin-block: .75rem }
table { width: 100%; border-collapse: collapse; font-size: .9rem }
th, td { padding: .45rem .75rem .45rem 0; text-align: start; vertical-align: top; border-block-end: 1px solid var(--line) }
thead th { color: var(--soft); font-weight: 500 }
tbody th { width: 11rem; font-weight: 500 }
td:nth-child(2) { width: 38% }
article:target h3 { color: var(--link) }
dl { margin: .5rem 0; display: grid; grid-template-columns: minmax(9rem, max-content) minmax(0, 1fr); font-size: .9rem }
dt, dd { margin: 0; padding: .4rem .75rem .4rem 0; border-block-end: 1px solid var(--line) }
dd p { margin: .15rem 0 0; color: var(--soft) }
dl dl { margin: .25rem 0; padding-inline-start: .75rem; border-inline-start: 2px solid var(--line); font-size: 1em }
@media (max-width: 56rem) {
  body { display: block }
  nav { position: static; height: auto; max-height: 40vh; border-inline-end: 0; border-block-end: 1px solid var(--line) }
  main { padding: 1.25rem 1.25rem 4rem }
  dl, dl dl { display: block }
  dt { border: 0; padding-block-end: 0 }
  thead { display: none }
  table, tbody, tr, tbody th, td, td:nth-child(2) { display: block; width: auto }
  tr { padding-block: .5rem; border-block-end: 1px solid var(--line) }
  tbody th, td { border: 0; padding-block: .1rem }
  td:empty { display: none }
}
@media print { nav { display: none } body { display: block } main { max-width: none } }
`
