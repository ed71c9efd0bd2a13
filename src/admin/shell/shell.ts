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
    graphics: { Logo: '@/admin/frame/brand#Logo', Icon: '@/admin/frame/brand#Icon' },
    header: ['@/admin/frame/hold-banner#HoldBanner'],
    beforeNavLinks: ['@/admin/frame/nav-links#NavLinks'],
    providers: [
      '@/admin/frame/foundation-clock#FoundationClock',
      '@/admin/sign-in/stay-signed-in.client#StaySignedIn',
    ],
    views: {
      dashboard: { Component: '@/admin/work/start-page#StartPage' },
      createFirstUser: { Component: '@/admin/sign-in/first-person#FirstPerson', path: '/create-first-user' },
      // `/reset/…` is led here too, see `screenFor`.
      forgot: { Component: '@/admin/sign-in/no-mail#NoMail', path: '/forgot' },
      // Everybody between the password and the desk is led here, see `screenFor`.
      secondStep: { Component: '@/admin/sign-in/second-step#SecondStep', path: '/second-step', exact: true },
      notAllowed: {
        Component: '@/admin/frame/not-allowed#NotAllowed',
        path: '/not-allowed',
        exact: true,
        meta: { title: 'Not allowed' },
      },
      review: {
        Component: '@/admin/review/review-page#ReviewPage',
        path: '/review/:collection/:id',
        exact: true,
        meta: { title: 'Review' },
      },
      work: {
        Component: '@/admin/work/work-page#WorkPage',
        path: '/work',
        exact: true,
        meta: { title: 'My work' },
      },
      importPage: {
        Component: '@/admin/import/import-page#ImportPage',
        path: '/import',
        exact: true,
        meta: { title: 'Import' },
      },
      log: {
        Component: '@/admin/log/log-page#LogPage',
        path: '/log',
        exact: true,
        meta: { title: 'Log' },
      },
      webhooks: {
        Component: '@/admin/webhooks/webhooks-page#WebhooksPage',
        path: '/webhooks',
        exact: true,
        meta: { title: 'Webhooks' },
      },
      webhook: {
        Component: '@/admin/webhooks/webhook-page#WebhookPage',
        path: '/webhooks/:id',
        exact: true,
        meta: { title: 'Webhooks' },
      },
    },
  },
}
