import { createHash } from 'node:crypto'
import { openapi } from '@/contract'
import { pageEntry, type Entry } from './entry'
import { anchorOf, escaped, inline, schemaBlock, typeOf, type Schema } from './docs-schema'
import { docsStyle } from './docs-style'
import type { Publisher } from './publisher'

// `/docs`: the OpenAPI document as a page for people. One file that loads nothing, so it is read offline and saved as it is.

type Parameter = { name: string; in: string; required?: boolean; description?: string; schema: Schema }
type Response = { description?: string; content?: Record<string, { schema: Schema }> }
type Operation = {
  operationId: string
  summary: string
  tags?: string[]
  parameters?: (Parameter | { $ref: string })[]
  requestBody?: { content: Record<string, { schema: Schema }> }
  responses: Record<string, Response | { $ref: string }>
}
type Document = {
  info: { title: string; summary: string; description: string }
  tags: { name: string; description: string }[]
  paths: Record<string, { get: Operation; post?: Operation }>
  webhooks: Record<string, { post: Operation }>
  components: { schemas: Record<string, Schema>; responses: Record<string, Response> }
}
type Named = { method: string; path: string; operation: Operation }

let page: Entry | undefined

/** The answer of `/docs`, made once: a process has one address. */
export function docsEntry({ apiUrl }: Publisher): Entry {
  const hash = createHash('sha256').update(docsStyle).digest('base64')
  page ??= pageEntry(docsPage(apiUrl), `'sha256-${hash}'`)
  return page
}

function docsPage(apiUrl: string): string {
  const document = openapi() as unknown as Document
  const { info, tags, components } = document
  const operations = operationsOf(document)
  const chapters = [...tags, { name: '', description: 'About the server itself.' }].map((tag) => ({
    ...tag,
    own: operations.filter(({ operation }) => (operation.tags?.[0] ?? '') === tag.name),
  }))
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(info.title)}</title>
<style>${docsStyle}</style>
</head>
<body>
<nav aria-label="Contents">
<a href="#top"><strong>${escaped(info.title)}</strong></a>
${chapters.map(({ name, own }) => contents(name, own)).join('\n')}
<h2><a href="#schemas">Schemas</a></h2>
<ul>${Object.keys(components.schemas).map(schemaLink).join('')}</ul>
</nav>
<main id="top">
<h1>${escaped(info.title)}</h1>
<p class="lead">${inline(info.summary)}</p>
<p>${inline(info.description)}</p>
${introduction(apiUrl)}
${chapters.map((chapter) => chapterOf(chapter, components.responses)).join('\n')}
<section id="schemas">
<h2>Schemas</h2>
${Object.entries(components.schemas).map(schemaSection).join('\n')}
</section>
</main>
</body>
</html>
`
}

const operationsOf = ({ paths, webhooks }: Document): Named[] => [
  ...Object.entries(paths).flatMap(([path, { get, post }]) => [
    { method: 'GET', path, operation: get },
    ...(post ? [{ method: 'POST', path, operation: post }] : []),
  ]),
  ...Object.values(webhooks).map(({ post }) => ({
    method: 'POST',
    path: 'the address of your website',
    operation: post,
  })),
]

const introduction = (
  apiUrl: string,
): string => `<pre><code>curl '${escaped(apiUrl)}/v1/laureates?locale=sv&amp;year=2024'
curl '${escaped(apiUrl)}/v1/search?q=lighthouse&amp;locale=ar'</code></pre>
<p>Texts name their language: <code>{ "text": "…", "locale": "sv", "isFallback": false }</code>. Lists are read by following
<code>links.next</code>. There are no keys and no limits for each client; send <code>If-None-Match</code> and what did not change costs a 304.
The description for programs is <a href="/openapi.json">/openapi.json</a>.</p>`

const titles: Record<string, string> = { '': 'Server', graphql: 'GraphQL' }
const titleOf = (tag: string): string =>
  titles[tag] ?? (tag[0] ?? '').toUpperCase() + tag.slice(1).replaceAll('-', ' ')
const chapterAnchor = (tag: string): string => `chapter-${tag === '' ? 'server' : tag}`

const contents = (
  tag: string,
  own: readonly Named[],
): string => `<h2><a href="#${chapterAnchor(tag)}">${titleOf(tag)}</a></h2>
<ul>${own.map(({ path, operation }) => `<li><a href="#${operation.operationId}">${escaped(path)}</a></li>`).join('')}</ul>`

const schemaLink = (name: string): string => `<li><a href="#${anchorOf(name)}">${escaped(name)}</a></li>`

type Chapter = { name: string; description: string; own: readonly Named[] }

const chapterOf = (
  { name, description, own }: Chapter,
  shared: Record<string, Response>,
): string => `<section id="${chapterAnchor(name)}">
<h2>${titleOf(name)}</h2>
<p>${inline(description)}</p>
${own.map((each) => operationOf(each, shared)).join('\n')}
</section>`

function operationOf({ method, path, operation }: Named, shared: Record<string, Response>): string {
  const parameters = (operation.parameters ?? []).flatMap((each) => ('name' in each ? [each] : []))
  const rows = parameters.map(
    ({ name, in: place, required, schema, description }) =>
      `<tr><th scope="row"><code>${escaped(name)}</code>${place === 'path' || required ? ' <small>required</small>' : ''}</th><td>${typeOf(schema)}</td><td>${inline(description ?? '')}</td></tr>`,
  )
  return `<article id="${operation.operationId}">
<h3><small>${method}</small> <code>${escaped(path)}</code></h3>
<p>${inline(operation.summary)}.</p>
${bodyOf(operation)}
${rows.length === 0 ? '' : table(['Parameter', 'Values', 'Meaning'], rows)}
${table(
  ['Status', 'Answer', 'Meaning'],
  Object.entries(operation.responses).map((each) => responseRow(each, shared)),
)}
</article>`
}

const contentOf = (content: Record<string, { schema: Schema }> = {}): string =>
  Object.entries(content)
    .map(([type, { schema }]) => `<code>${escaped(type)}</code> ${typeOf(schema)}`)
    .join('<br>')

const bodyOf = ({ requestBody }: Operation): string =>
  requestBody === undefined ? '' : `<p>Body: ${contentOf(requestBody.content)}</p>`

function responseRow(
  [status, given]: [string, Response | { $ref: string }],
  shared: Record<string, Response>,
): string {
  const response = '$ref' in given ? shared[given.$ref.split('/').at(-1) ?? ''] : given
  return `<tr><th scope="row">${status}</th><td>${contentOf(response?.content)}</td><td>${inline(response?.description ?? '')}</td></tr>`
}

const table = (heads: readonly string[], rows: readonly string[]): string =>
  `<div class="table"><table><thead><tr>${heads.map((head) => `<th scope="col">${head}</th>`).join('')}</tr></thead><tbody>${rows.join('')}</tbody></table></div>`

const schemaSection = ([name, schema]: [string, Schema]): string => `<article id="${anchorOf(name)}">
<h3><code>${escaped(name)}</code></h3>
${schema.description === undefined ? '' : `<p>${inline(schema.description)}</p>`}
${schemaBlock(schema)}
</article>`
