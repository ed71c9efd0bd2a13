import { byRest } from './by-rest'
import { tryOperations } from './operation-cells'

// Versions of the framework have no address: nobody reads them there, whatever the table allows by other doors.

tryOperations(byRest, ({ operation }) => operation !== 'readVersions')
