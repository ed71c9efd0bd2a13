// One installation, as its commands see it.

export type Installation = {
  dataDir: string
  /** Whether the desk is meant to run: `npm start` on this data folder, or containers. */
  isRunning: boolean
  isInContainers: boolean
  admin: { host: string; port: number }
  delivery: { host: string; port: number }
  serverUrl: string
  /** Absent where the bundled Postgres does not run. */
  urls?: { owner?: string; desk: string; delivery?: string }
  /** Whether the database is one of ours to start. */
  isBundled: boolean
  /** Where the bundled Postgres keeps its data. */
  clusterDir?: string
  /** What secrets.json holds; absent where there is no such file. */
  secrets?: Readonly<Record<string, string>>
  payloadSecret?: string
  previewSecret?: string
  /** Variables that are missing or malformed. */
  environment: readonly { variable: string; reason: string }[]
  secondFactor: { wanted: readonly string[]; known: readonly string[] }
  /** Where pictures lie that are not in the data folder; `look` throws where they cannot be read. */
  bucket?: { place: string; look: () => Promise<void> }
  mail: { smtpUrl?: string; from: string }
  /** Networks that webhooks may reach although they are not public. */
  webhookNetworks: readonly string[]
  /** Names of the migrations that this software brings, in order. */
  migrations: readonly string[]
  now: () => number
  /** MiB that are left on the disk of a folder. */
  freeMiB: (folder: string) => number
}
