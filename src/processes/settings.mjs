import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { Problem } from './steps.mjs'

/** The root of the checkout. */
export const root = fileURLToPath(new URL('../../', import.meta.url))

/** What this process was started with; programs in TypeScript take it from here. @type {Record<string, string | undefined>} */
export const environment = process.env

/**
 * @typedef {object} Settings
 * @property {boolean} isDev reload on change instead of a build
 * @property {string} dataDir absolute path of everything that this installation keeps
 * @property {number} adminPort
 * @property {string} adminHost
 * @property {number} deliveryPort
 * @property {string} deliveryHost
 * @property {string} serverUrl
 * @property {string} deliveryUrl
 * @property {string | undefined} databaseUrl the owner connection, if the database is not ours to start
 */

/**
 * What the environment asks for, with the defaults. Servers answer on this machine only unless ADMIN_HOST or
 * DELIVERY_HOST says otherwise.
 *
 * @param {string[]} args
 * @param {Record<string, string | undefined>} env
 * @returns {Settings}
 */
export function readSettings(args, env) {
  const adminPort = readPort(env, 'ADMIN_PORT', 3000)
  const deliveryPort = readPort(env, 'DELIVERY_PORT', 4000)
  if (adminPort === deliveryPort)
    throw new Problem('ADMIN_PORT and DELIVERY_PORT must be two different ports.')
  return {
    isDev: args.includes('--dev'),
    dataDir: path.resolve(root, env['DATA_DIR'] || '.data'),
    adminPort,
    adminHost: env['ADMIN_HOST'] || '127.0.0.1',
    deliveryPort,
    deliveryHost: env['DELIVERY_HOST'] || '127.0.0.1',
    serverUrl: env['SERVER_URL'] || `http://localhost:${adminPort}`,
    deliveryUrl: env['DELIVERY_URL'] || `http://localhost:${deliveryPort}`,
    databaseUrl: env['DATABASE_URL'] || undefined,
  }
}

/**
 * @param {Record<string, string | undefined>} env
 * @param {string} name
 * @param {number} fallback
 */
function readPort(env, name, fallback) {
  const text = env[name]
  if (!text) return fallback
  const port = Number(text)
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port
  throw new Problem(`${name} is "${text}". Set it to a port number from 1 to 65535.`)
}
