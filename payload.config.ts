import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { postgresAdapter } from '@payloadcms/db-postgres'
import { lexicalEditor } from '@payloadcms/richtext-lexical'
import { de } from '@payloadcms/translations/languages/de'
import { en } from '@payloadcms/translations/languages/en'
import { sv } from '@payloadcms/translations/languages/sv'
import { buildConfig, type Config } from 'payload'
import sharp from 'sharp'
import { collections } from './collections'
import { closeFramework } from '@/access'
import {
  describe,
  describeScreensForEach,
  holdEndpoints,
  importEndpoints,
  languageChoice,
  languageLabel,
  logEndpoints,
  nameFrameworkFields,
  shell,
  translations,
  webhookEndpoints,
} from '@/admin'
import { deskEnv, mailEnv, mediaEnv } from '@/lib/env'
import { readHold } from '@/lib/hold'
import { locales, sourceLocale } from '@/lib/locales'
import { frameworkLogger } from '@/lib/log-frameworks'
import { poolOf } from '@/lib/postgres'
import { bucketConfig } from '@/media'
import { answerSent } from '@/review'
import { prepareSignIn } from '@/sign-in'
import { openMail } from '@/mail'
import { explainError, keepNewestDrafts, refusalsAreSilent } from '@/workflow'

const dirname = path.dirname(fileURLToPath(import.meta.url))
const env = deskEnv()
const mail = mailEnv()
const media = mediaEnv()
const nobody = () => false

// The official adapter, loaded only where pictures lie in a bucket. Browsers send pictures to the desk, which decodes them:
// what the adapter adds to the screens for sending them to the bucket itself is left out.
const inBucket = async (config: Config): Promise<Config> => {
  if (media.S3_BUCKET === undefined) return config
  const { dependencies = {}, components = {} } = config.admin ?? {}
  const screens = { dependencies: { ...dependencies }, providers: [...(components.providers ?? [])] }
  const { s3Storage } = await import('@payloadcms/storage-s3')
  const bucket = { bucket: media.S3_BUCKET, config: bucketConfig(media) }
  const made = await s3Storage({ collections: { media: true }, ...bucket })(config)
  const { dependencies: _added, ...admin } = made.admin ?? {}
  return {
    ...made,
    admin: {
      ...admin,
      dependencies: screens.dependencies,
      components: { ...admin.components, providers: screens.providers },
    },
  }
}
describeScreensForEach()

const config = buildConfig({
  secret: env.PAYLOAD_SECRET,
  serverURL: env.SERVER_URL,
  csrf: [env.SERVER_URL],
  cors: [],
  hooks: { afterError: [explainError] },
  logger: frameworkLogger('admin'),
  loggingLevels: refusalsAreSilent,
  telemetry: false,
  defaultDepth: 0,
  maxDepth: 2,
  graphQL: { disable: true },
  sharp,
  editor: lexicalEditor({}),
  email: ({ payload }) => ({
    name: 'desk',
    defaultFromName: 'Laureate Desk',
    defaultFromAddress: mail.MAIL_FROM,
    sendEmail: openMail({
      ...mail,
      DATA_DIR: env.DATA_DIR,
      isOnHold: async () => (await readHold(poolOf(payload))) !== undefined,
    }) as (message: unknown) => Promise<void>,
  }),
  collections: describe(collections),
  plugins: [inBucket],
  endpoints: [...importEndpoints, ...logEndpoints, ...holdEndpoints, ...webhookEndpoints],
  localization: {
    locales: locales.map(({ code, ...rest }) => ({
      code,
      label: languageLabel(code),
      rtl: 'rtl' in rest,
    })),
    defaultLocale: sourceLocale,
    fallback: false,
    filterAvailableLocales: languageChoice,
    defaultLocalePublishOption: 'active',
  },
  experimental: { localizeStatus: true },
  i18n: { supportedLanguages: { en, sv, de }, fallbackLanguage: 'en', translations },
  admin: { ...shell, importMap: { baseDir: dirname, autoGenerate: false } },
  jobs: { tasks: [], access: { run: nobody, queue: nobody, cancel: nobody } },
  // The guard of the door ends larger ones before; pictures have a limit of their own, with a sentence (`@/media`).
  upload: { limits: { fileSize: 64 * 1024 * 1024 }, abortOnLimit: true },
  typescript: { outputFile: path.resolve(dirname, 'src/payload-types.ts'), autoGenerate: false },
  db: answerSent(
    postgresAdapter({
      pool: {
        connectionString: env.DESK_DATABASE_URL,
        max: 20,
        connectionTimeoutMillis: 10_000,
        idleTimeoutMillis: 30_000,
        statement_timeout: 30_000,
        application_name: 'laureate-desk-admin',
      },
      push: false,
      migrationDir: path.resolve(dirname, 'migrations'),
      idType: 'uuidv7',
      disableCreateDatabase: true,
      transactionOptions: { isolationLevel: 'read committed' },
    }),
  ),
  onInit: (payload) => {
    prepareSignIn(payload)
    keepNewestDrafts(payload)
    const { pool } = payload.db as unknown as {
      pool: { on: (event: 'error', listener: (err: Error) => void) => void }
    }
    // The error carries the whole connection; its sentence is enough.
    pool.on('error', (err) => payload.logger.warn(`A database connection was lost: ${err.message}`))
  },
})

export default config.then(closeFramework).then(nameFrameworkFields)
