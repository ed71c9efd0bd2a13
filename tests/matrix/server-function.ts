import { handleServerFunctions } from '@payloadcms/next/layouts'
import type { SanitizedConfig, ServerFunctionClient } from 'payload'
import { refuseClosedFunction } from '../../src/workflow'

/** What `src/app/(payload)/layout.tsx` does, which only Next itself can load. */
export const serverFunctionOf =
  (config: SanitizedConfig): ServerFunctionClient =>
  async ({ name, args }) => {
    refuseClosedFunction(name)
    return handleServerFunctions({ name, args, config: Promise.resolve(config), importMap: {} })
  }
