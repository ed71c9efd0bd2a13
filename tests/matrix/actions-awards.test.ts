import { tryActions } from './actions'

// Cells of docs/access-matrix.csv; two files, so that they are tried side by side.

tryActions(['prizes', 'editions', 'laureates', 'citations', 'biographies'])
