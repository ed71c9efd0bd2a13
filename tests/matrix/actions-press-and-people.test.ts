import { tryActions } from './actions'

// Cells of docs/access-matrix.csv; two files, so that they are tried side by side.

tryActions(['press-releases', 'media', 'press-contacts', 'glossary-terms', 'users', 'desk'])
