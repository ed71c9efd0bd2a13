/** Functions of the server that the framework has and nobody may call, and names of none. */
export const closedFunctions = [
  'copy-data-from-locale',
  'schedule-publish',
  'get-upcoming-scheduled-publish',
  'get-default-layout',
  'get-folder-results-component-and-data',
  'render-widget',
  'slugify',
  'constructor',
  'toString',
  '__proto__',
  'something-new',
]
