import { Secret, TOTP } from 'otpauth'
import { renderSVG } from 'uqr'

// Codes of an authenticator app: RFC 6238 with what every app knows (SHA-1, six digits, 30 seconds).

const period = 30
const drift = 1

/** A new secret: 160 random bits (RFC 4226, section 4), in Base32 as people type it. */
export const newSecret = (): string => new Secret({ size: 20 }).base32

const totpOf = (secret: string, account = ''): TOTP =>
  new TOTP({
    issuer: 'Laureate Desk',
    label: account,
    secret: Secret.fromBase32(secret),
    algorithm: 'SHA1',
    digits: 6,
    period,
  })

/**
 * The 30-second step (since 1970) whose code this is, at `now` (epoch ms) or one step before or after it, for clocks
 * that differ. `undefined` when it is none, or not later than `lastStep`: a code works once, and so do earlier ones.
 */
export function stepOf(code: string, { secret, lastStep, now }: Checked): number | undefined {
  if (!/^\d{6}$/.test(code)) return undefined
  const delta = totpOf(secret).validate({ token: code, timestamp: now, window: drift })
  if (delta === null) return undefined
  const step = Math.floor(now / (period * 1000)) + delta
  return step > lastStep ? step : undefined
}

type Checked = { secret: string; lastStep: number; now: number }

/** What an app reads, as a picture (`data:` address of an SVG) and as the key that people type. */
export function invitation(secret: string, account: string): { picture: string; key: string } {
  const svg = renderSVG(totpOf(secret, account).toString(), { border: 2 })
  return {
    picture: `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`,
    key: secret.match(/.{1,4}/g)?.join(' ') ?? secret,
  }
}
