// The three parts that run for good, and the exact commands that start them, here and in containers.

import { existsSync, statSync } from 'node:fs'
import path from 'node:path'
import { development, production } from './run-command.mjs'

/**
 * @typedef {object} Part
 * @property {'admin' | 'delivery' | 'worker'} name
 * @property {string[]} args what Node is started with, relative to the root
 * @property {Record<string, string | undefined>} env only what this part may know
 * @property {() => Promise<boolean>} isReady
 */

const bucketNames = ['S3_BUCKET', 'S3_REGION', 'S3_ENDPOINT', 'S3_ACCESS_KEY_ID', 'S3_SECRET_ACCESS_KEY']

/**
 * @param {import('./settings.mjs').Settings} settings
 * @param {import('./database.mjs').Urls} urls
 * @param {{ payload: string, preview: string }} deskSecrets
 * @returns {Part[]}
 */
export function listParts(settings, urls, deskSecrets) {
  const env = baseEnvironment(settings)
  // The public side sends nothing and knows no password of a mail server.
  const mail = { SMTP_URL: process.env['SMTP_URL'] ?? '' }
  // Nor where pictures that are not public lie.
  const bucket = Object.fromEntries(bucketNames.map((name) => [name, process.env[name] ?? '']))
  const heartbeat = path.join(settings.dataDir, 'worker-heartbeat')
  const startedAt = Date.now()
  return [
    {
      name: 'admin',
      args: adminArguments(settings),
      env: {
        ...env,
        ...mail,
        ...bucket,
        DESK_DATABASE_URL: urls.desk,
        PAYLOAD_SECRET: deskSecrets.payload,
        PREVIEW_SECRET: deskSecrets.preview,
        PREVIEW_SECRET_BEFORE: process.env['PREVIEW_SECRET_BEFORE'] ?? '',
        NEXT_TELEMETRY_DISABLED: '1',
      },
      isReady: () => answers(`http://${reach(settings.adminHost)}:${settings.adminPort}/admin/login`),
    },
    {
      name: 'delivery',
      args: scriptArguments('delivery', settings.isDev),
      env: {
        ...env,
        DELIVERY_DATABASE_URL: urls.delivery,
        DELIVERY_PORT: String(settings.deliveryPort),
        DELIVERY_HOST: settings.deliveryHost,
        DELIVERY_ANSWERS_FILE: path.join(settings.dataDir, 'delivery', 'answers.bin'),
      },
      isReady: () => answers(`http://${reach(settings.deliveryHost)}:${settings.deliveryPort}/healthz`),
    },
    {
      name: 'worker',
      args: scriptArguments('worker', settings.isDev),
      env: { ...env, ...mail, ...bucket, DESK_DATABASE_URL: urls.desk, PAYLOAD_SECRET: deskSecrets.payload },
      isReady: async () => existsSync(heartbeat) && statSync(heartbeat).mtimeMs >= startedAt,
    },
  ]
}

/** @param {Pick<import('./settings.mjs').Settings, 'isDev' | 'adminHost' | 'adminPort'>} settings */
export function adminArguments({ isDev, adminHost, adminPort }) {
  const address = ['--hostname', adminHost, '--port', String(adminPort)]
  const next = 'node_modules/next/dist/bin/next'
  return isDev ? [development, next, 'dev', ...address] : [production, next, 'start', ...address]
}

/** @param {'delivery' | 'worker'} name @param {boolean} isDev */
export function scriptArguments(name, isDev) {
  if (!isDev) return [`dist/${name}.mjs`]
  return ['--watch', '--watch-preserve-output', `dist/${name}.mjs`]
}

/**
 * The environment without what is for one part only: the owner's connection is for none of them.
 *
 * @param {import('./settings.mjs').Settings} settings
 */
function baseEnvironment(settings) {
  const withheld = [
    'DATABASE_URL',
    'DESK_DATABASE_URL',
    'DELIVERY_DATABASE_URL',
    'PAYLOAD_SECRET',
    'PREVIEW_SECRET',
    'PREVIEW_SECRET_BEFORE',
    'SMTP_URL',
    'NODE_ENV',
    ...bucketNames,
  ]
  const rest = Object.entries(process.env).filter(([name]) => !withheld.includes(name))
  return {
    ...Object.fromEntries(rest),
    NODE_ENV: settings.isDev ? 'development' : 'production',
    SERVER_URL: settings.serverUrl,
    DELIVERY_URL: settings.deliveryUrl,
    DATA_DIR: settings.dataDir,
  }
}

/** A server that listens on all addresses is asked on this machine's own. @param {string} host */
function reach(host) {
  if (host === '0.0.0.0' || host === '::') return '127.0.0.1'
  return host.includes(':') ? `[${host}]` : host
}

/** @param {string} url */
async function answers(url) {
  try {
    const response = await fetch(url, { redirect: 'manual', signal: AbortSignal.timeout(30_000) })
    await response.arrayBuffer()
    return response.status < 500
  } catch {
    return false
  }
}
