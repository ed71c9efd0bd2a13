/** Next calls this once when the process starts, before the first request. */
export async function register(): Promise<void> {
  if (process.env['NEXT_RUNTIME'] !== 'nodejs') return
  const { markPeers } = await import('@/lib/peer-address')
  markPeers()
  const { leadAddresses } = await import('@/lib/lead-addresses')
  leadAddresses({
    unreadable: { programs: '/unreadable?for=programs', people: '/unreadable' },
    absent: '/preview/v1',
    programs: '/api/',
    secrets: '/preview/',
    secret: 'token',
  })
  await giveSignsOfLife()
  if (process.env['NODE_ENV'] !== 'production') return
  const { previewEnv } = await import('@/lib/env')
  previewEnv()
  const { leadConsole } = await import('@/lib/log-frameworks')
  leadConsole('admin')
}

async function giveSignsOfLife(): Promise<void> {
  const { deskEnv } = await import('@/lib/env')
  const { factsOf, openLog } = await import('@/lib/log')
  const { beatOfDesk, keepBeating } = await import('@/publishing')
  void keepBeating({
    databaseUrl: deskEnv().DESK_DATABASE_URL,
    beat: beatOfDesk,
    report: (error) => openLog('admin').warn('A beat failed.', factsOf(error)),
  })
}
