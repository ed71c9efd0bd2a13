import { expect, test } from 'vitest'
import { readCommand } from './import-options'

test('a whole command line', () => {
  expect(
    readCommand([
      'page',
      'a.html',
      '--answers',
      'b.json',
      '--yes',
      '--as',
      'x@example.org',
      '--format',
      'html',
    ]),
  ).toEqual({
    name: 'page',
    options: {
      file: 'a.html',
      answers: 'b.json',
      as: 'x@example.org',
      format: 'html',
      isConfirmed: true,
      isDry: false,
      isJson: false,
    },
  })
  expect(readCommand(['nobel', 'a.json', '--dry-run', '--json'])).toEqual({
    name: 'nobel',
    options: { file: 'a.json', isConfirmed: false, isDry: true, isJson: true },
  })
})

test.each([[[]], [['--help']], [['page', '-h']]])('%j asks for help', (args) => {
  expect(readCommand(args)).toEqual({ name: 'help' })
})

test.each([
  [['--bogus'], "Unknown option '--bogus'."],
  [['page', 'a', '--answers'], "Option '--answers <value>' argument missing."],
  [['spreadsheet', 'a'], '“spreadsheet” is no kind of import; there are page and nobel.'],
  [['page'], 'Name the file to import.'],
  [['page', 'a', 'b'], 'One file at a time; “b” is too much.'],
  [['page', 'a', '--format', 'pdf'], '--format is text or html.'],
  [['nobel', 'a', '--yes'], '--yes belongs to page.'],
])('%j is a mistake told in one line', (args, message) => {
  expect(readCommand(args)).toEqual({
    name: 'mistake',
    message: `${message} See "npm run import -- --help".`,
  })
})
