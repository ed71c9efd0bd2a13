import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { withPayload } from '@payloadcms/next/withPayload'

const dirname = path.dirname(fileURLToPath(import.meta.url))

const headers = [
  { key: 'X-Content-Type-Options', value: 'nosniff' },
  { key: 'X-Frame-Options', value: 'DENY' },
  { key: 'Referrer-Policy', value: 'no-referrer' },
  { key: 'Permissions-Policy', value: 'camera=(), microphone=(), geolocation=()' },
  { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
  { key: 'Cross-Origin-Resource-Policy', value: 'same-origin' },
  { key: 'X-Robots-Tag', value: 'noindex, nofollow' },
  {
    key: 'Content-Security-Policy',
    value: "frame-ancestors 'none'; object-src 'none'; base-uri 'self'; form-action 'self'",
  },
]

// As src/preview/refused.ts has them: what stands here goes before what a route says.
const ofPreviews = [
  { key: 'Cache-Control', value: 'no-store' },
  {
    key: 'Content-Security-Policy',
    value:
      "default-src 'none'; img-src 'self'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  },
]

export default withPayload(
  {
    turbopack: { root: dirname },
    outputFileTracingRoot: dirname,
    poweredByHeader: false,
    // Addresses hold what people look for.
    logging: { incomingRequests: false },
    // `npm test` checks the types of the whole tree; a build on somebody's machine need not do it again.
    typescript: { ignoreBuildErrors: true },
    experimental: { turbopackFileSystemCacheForBuild: false },
    images: { unoptimized: true },
    headers: () =>
      Promise.resolve([
        { source: '/(.*)', headers },
        { source: '/preview/:path*', headers: ofPreviews },
      ]),
  },
  { devBundleServerPackages: false },
)
