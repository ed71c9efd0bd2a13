import { parseArgs } from 'node:util'

export type Options = {
  file: string
  answers?: string
  as?: string
  format?: 'text' | 'html'
  isDry: boolean
  isJson: boolean
  isConfirmed: boolean
}
export type Command =
  | { name: 'page' | 'nobel'; options: Options }
  | { name: 'help' }
  | { name: 'mistake'; message: string }

export const help = `Brings content from outside into the desk, as drafts.

  npm run import -- page <file>     a laureate page of your website, text or HTML
  npm run import -- nobel <file>    a laureates file of the Nobel Prize API, version 2.1

Options
  --dry-run         read and show; save nothing
  --json            print data instead of tables (npm run -s import keeps npm's own lines out)
  --as <e-mail>     the member of staff who imports; without it the only one who may, or else
                    the only administrator among them
  --help            this text
  page only
  --answers <file>  answers as JSON: { "award.year": 2020, "award.prize": "…", "contacts.0.email": null }
  --yes             confirm: take proposed answers where none is given, and save
  --format <kind>   text or html, where the file does not tell

Exit codes
  0  done: saved, or with --dry-run: read
  1  refused: not readable, a wrong answer, a wrong option, no desk. One message says why; nothing is saved
     (nobel: also where single records could not be saved; they are listed)
  2  not saved yet: questions are open, or --yes is missing. They are listed
`

const known = {
  'dry-run': { type: 'boolean' },
  json: { type: 'boolean' },
  yes: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
  answers: { type: 'string' },
  as: { type: 'string' },
  format: { type: 'string' },
} as const

const mistake = (message: string): Command => ({
  name: 'mistake',
  message: `${message} See "npm run import -- --help".`,
})

/** What the command line asks for; a mistake is one line. */
export function readCommand(args: readonly string[]): Command {
  try {
    const { values, positionals } = parseArgs({ args: [...args], options: known, allowPositionals: true })
    if (values.help || args.length === 0) return { name: 'help' }
    return toCommand(values, positionals)
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error)
    return mistake(said.split('. ')[0]?.replace(/\.?$/, '.') ?? said)
  }
}

type Values = { [Name in keyof typeof known]?: string | boolean | undefined }

function toCommand(values: Values, positionals: readonly string[]): Command {
  const [name, file, ...rest] = positionals
  if (!isName(name)) return mistake(`“${name ?? ''}” is no kind of import; there are page and nobel.`)
  if (file === undefined) return mistake('Name the file to import.')
  if (rest.length > 0) return mistake(`One file at a time; “${rest[0]}” is too much.`)
  const foreign = (['answers', 'yes', 'format'] as const).find((option) => values[option] !== undefined)
  if (name === 'nobel' && foreign) return mistake(`--${foreign} belongs to page.`)
  const { format } = values
  if (format !== undefined && !isFormat(format)) return mistake('--format is text or html.')
  return { name, options: { file, ...toFlags(values), ...(format ? { format } : {}) } }
}

const isName = (name: unknown): name is 'page' | 'nobel' => name === 'page' || name === 'nobel'

const isFormat = (format: unknown): format is 'text' | 'html' => format === 'text' || format === 'html'

const toFlags = ({ answers, as, ...flags }: Values): Omit<Options, 'file' | 'format'> => ({
  isDry: flags['dry-run'] === true,
  isJson: flags.json === true,
  isConfirmed: flags.yes === true,
  ...(typeof answers === 'string' ? { answers } : {}),
  ...(typeof as === 'string' ? { as } : {}),
})
