import type { Config } from 'payload'

// The frame around all screens: name, menu, start page, our own pages. Components are named, not imported.

/** `admin` of the Payload config, but for what only the composition root knows. */
export const shell: NonNullable<Config['admin']> = {
  user: 'users',
  // Payload's default asks a foreign server for a picture of every person.
  avatar: 'default',
  dateFormat: 'd MMMM yyyy, HH:mm',
  meta: {
    defaultOGImageType: 'off',
    titleSuffix: ' · Laureate Desk',
    description: 'Laureate Desk',
    // An empty picture: no sign of the framework, and no request for one.
    icons: [{ rel: 'icon', url: 'data:,' }],
    openGraph: { title: 'Laureate Desk', siteName: 'Laureate Desk', description: 'Laureate Desk' },
  },
  components: {
    graphics: { Logo: '@/admin/brand#Logo', Icon: '@/admin/brand#Icon' },
    header: ['@/admin/hold-banner#HoldBanner'],
    beforeNavLinks: ['@/admin/nav-links#NavLinks'],
    providers: ['@/admin/stay-signed-in.client#StaySignedIn'],
    views: {
      dashboard: { Component: '@/admin/start-page#StartPage' },
      createFirstUser: { Component: '@/admin/first-person#FirstPerson', path: '/create-first-user' },
      // `/reset/…` is led here too, see `screenFor`.
      forgot: { Component: '@/admin/no-mail#NoMail', path: '/forgot' },
      // Everybody between the password and the desk is led here, see `screenFor`.
      secondStep: { Component: '@/admin/second-step#SecondStep', path: '/second-step', exact: true },
      notAllowed: {
        Component: '@/admin/not-allowed#NotAllowed',
        path: '/not-allowed',
        exact: true,
        meta: { title: 'Not allowed' },
      },
      review: {
        Component: '@/admin/review-page#ReviewPage',
        path: '/review/:collection/:id',
        exact: true,
        meta: { title: 'Review' },
      },
      work: {
        Component: '@/admin/work-page#WorkPage',
        path: '/work',
        exact: true,
        meta: { title: 'My work' },
      },
      importPage: {
        Component: '@/admin/import-page#ImportPage',
        path: '/import',
        exact: true,
        meta: { title: 'Import' },
      },
      log: {
        Component: '@/admin/log-page#LogPage',
        path: '/log',
        exact: true,
        meta: { title: 'Log' },
      },
      webhooks: {
        Component: '@/admin/webhooks-page#WebhooksPage',
        path: '/webhooks',
        exact: true,
        meta: { title: 'Webhooks' },
      },
      webhook: {
        Component: '@/admin/webhook-page#WebhookPage',
        path: '/webhooks/:id',
        exact: true,
        meta: { title: 'Webhooks' },
      },
    },
  },
}
