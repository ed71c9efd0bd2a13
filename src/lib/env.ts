import { isIP } from 'node:net'
import { z } from 'zod'

// The one place that reads process.env. Each process asks for the part it needs and refuses to boot
// with every missing or malformed variable named in one message.

const port = (fallback: number) => z.coerce.number().int().min(1).max(65535).default(fallback)
const postgresUrl = z.string().regex(/^postgres(ql)?:\/\//, 'must be a postgres:// URL')
const webUrl = z.url({ protocol: /^https?$/ })

const optionalPort = z
  .union([z.literal(''), z.coerce.number().int().min(0).max(65535)])
  .default('')
  .transform((value) => (value === '' ? undefined : value))
// Numbers for Prometheus: on these ports and this address, nowhere without a port.
const metricsShape = {
  DELIVERY_METRICS_PORT: optionalPort,
  WORKER_METRICS_PORT: optionalPort,
  METRICS_HOST: z.string().min(1).default('127.0.0.1'),
}

const deskShape = {
  DESK_DATABASE_URL: postgresUrl,
  PAYLOAD_SECRET: z.string().min(32, 'must hold at least 32 characters'),
  SERVER_URL: webUrl.default('http://localhost:3000'),
  DELIVERY_URL: webUrl.default('http://localhost:4000'),
  DATA_DIR: z.string().min(1).default('.data'),
  // How many proxies of ours stand before the desk; each adds the address that it saw to X-Forwarded-For.
  TRUSTED_PROXIES: z.coerce.number().int().min(0).max(9).default(0),
  // Roles whose people need a second step to sign in, such as "admin,press-officer".
  SECOND_FACTOR_ROLES: z
    .string()
    .default('')
    .transform((list) =>
      list
        .split(',')
        .map((role) => role.trim())
        .filter((role) => role !== ''),
    ),
}
const optional = z
  .string()
  .default('')
  .transform((text) => (text === '' ? undefined : text))
// What signs previews, and for nothing else; the one before it is still good for the hour that its previews live.
const previewShape = {
  PREVIEW_SECRET: z.string().min(32, 'must hold at least 32 characters'),
  PREVIEW_SECRET_BEFORE: optional.refine(
    (secret) => secret === undefined || secret.length >= 32,
    'must hold at least 32 characters',
  ),
}
const isZone = (zone: string): boolean => {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: zone }))
  } catch {
    return false
  }
}
const isNetwork = (text: string): boolean => {
  const [address = '', bits = ''] = text.split('/')
  const longest = { 0: -1, 4: 32, 6: 128 }[isIP(address)] ?? -1
  return /^\d{1,3}$/.test(bits) && Number(bits) <= longest
}
const mailShape = {
  SMTP_URL: z
    .string()
    .regex(/^(smtps?:\/\/.+)?$/, 'must be an smtp:// or smtps:// address')
    .default('')
    .transform((url) => (url === '' ? undefined : url)),
  MAIL_FROM: z.string().min(3).default('Laureate Desk <desk@localhost>'),
  // From which hour on, and by which clock, the daily e-mail about one's work is sent: else that of the first prize.
  DIGEST_HOUR: z.coerce.number().int().min(0).max(23).default(7),
  DIGEST_ZONE: z.string().refine(isZone, 'must be a time zone such as Europe/Stockholm').optional(),
}
// Networks that webhooks may reach although they are not public, by http and on any port: for development and tests.
const webhookShape = {
  WEBHOOK_ALLOW_NETWORKS: z
    .string()
    .default('')
    .transform((list) =>
      list
        .split(',')
        .map((network) => network.trim())
        .filter((network) => network !== ''),
    )
    .refine((networks) => networks.every(isNetwork), 'must be networks such as 127.0.0.0/8, ::1/128'),
}
const deliveryShape = {
  DELIVERY_DATABASE_URL: postgresUrl,
  DELIVERY_PORT: port(4000),
  DELIVERY_HOST: z.string().min(1).default('127.0.0.1'),
  /** Where answers are kept for a start without database; nowhere if absent. */
  DELIVERY_ANSWERS_FILE: z.string().min(1).optional(),
  DELIVERY_URL: webUrl.optional(),
  // The website of the foundation, whose pages are at {SITE_URL}/{locale}/{resource}/{slug}.
  SITE_URL: z
    .union([z.literal(''), webUrl])
    .default('')
    .transform((url) => (url === '' ? undefined : url)),
  // How the foundation is called in feeds; else by the host of its address.
  FOUNDATION_NAME: z.string().trim().max(200).default(''),
  DELIVERY_MEMORY_MIB: z.coerce.number().int().min(8).max(65_536).default(256),
  /** The file for what memory has no room for, beside the answers file; 0 for none. */
  DELIVERY_DISK_MIB: z.coerce.number().int().min(0).max(1_048_576).default(4096),
}
const empty = z.literal('').transform(() => undefined)
const mediaShape = {
  DATA_DIR: deskShape.DATA_DIR,
  /** Where pictures of staff lie instead of DATA_DIR/media. */
  S3_BUCKET: z.union([empty, z.string().min(3)]).optional(),
  S3_REGION: z
    .string()
    .default('')
    .transform((region) => region || 'us-east-1'),
  /** Of a service that speaks S3 and is not Amazon's. */
  S3_ENDPOINT: z.union([empty, webUrl]).optional(),
  S3_ACCESS_KEY_ID: z.union([empty, z.string()]).optional(),
  S3_SECRET_ACCESS_KEY: z.union([empty, z.string()]).optional(),
}
const seedShape = {
  ADMIN_EMAIL: z.email().default('admin@example.org'),
  FIRST_SIGN_IN_FILE: z.string().min(1).optional(),
}

function read<Shape extends z.ZodRawShape>(shape: Shape): z.infer<z.ZodObject<Shape>> {
  const parsed = z.object(shape).safeParse(process.env)
  if (parsed.success) return parsed.data
  const lines = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`)
  throw new Error(`Cannot start, the environment is incomplete. ${lines.join('; ')}`)
}

/** What admin, worker and importers need: the `desk_writer` connection, the secret, the public addresses. */
export const deskEnv = () => read(deskShape)

/** What signs the tokens of previews: the secret, and the ones that are accepted. Refuses one that has another purpose. */
export function previewEnv(): { secret: string; accepted: readonly string[] } {
  const { PREVIEW_SECRET: secret, PREVIEW_SECRET_BEFORE: before } = read(previewShape)
  if (secret === deskEnv().PAYLOAD_SECRET)
    throw new Error(
      'Cannot start: PREVIEW_SECRET and PAYLOAD_SECRET are the same. Each needs one of its own.',
    )
  return { secret, accepted: before === undefined ? [secret] : [secret, before] }
}

/** Who speaks to the world, and where. */
export const publisherEnv = () =>
  read({
    DELIVERY_URL: deskShape.DELIVERY_URL,
    SITE_URL: deliveryShape.SITE_URL,
    FOUNDATION_NAME: deliveryShape.FOUNDATION_NAME,
  })

/** How e-mail leaves the desk, and when the daily one does. */
export const mailEnv = () => read(mailShape)

/** Where pictures are stored. */
export const mediaEnv = () => read(mediaShape)

/** Where processes show their numbers; 0 takes any free port, undefined shows nothing. */
export const metricsEnv = () => read(metricsShape)

/** Where webhooks may go beside public addresses: networks in CIDR notation, usually none. */
export const webhookEnv = () => read(webhookShape)

/** What the delivery process needs: the `delivery_reader` connection, its port and its memory setting (MiB). */
export const deliveryEnv = () => read(deliveryShape)

/** What the first seed needs: the first administrator's e-mail, and the file to leave the sign-in in. */
export const seedEnv = () => read(seedShape)

/** Every variable of any part that is missing or malformed, without its value. */
export function environmentTroubles(): { variable: string; reason: string }[] {
  const shape = {
    ...deskShape,
    ...previewShape,
    ...mailShape,
    ...mediaShape,
    ...webhookShape,
    ...deliveryShape,
    ...metricsShape,
    ...seedShape,
  }
  const parsed = z.object(shape).safeParse(process.env)
  const issues = parsed.success ? [] : parsed.error.issues
  return issues.map(({ path, message }) => ({ variable: path.join('.'), reason: `is wrong: ${message}` }))
}
