import config from '@payload-config'
import '@payloadcms/next/css'
import './desk.css'
import './history.css'
import './sign-in.css'
import './webhooks.css'
import { handleServerFunctions, RootLayout } from '@payloadcms/next/layouts'
import type { ServerFunctionClient } from 'payload'
import type { ReactNode } from 'react'
import { withoutStaleNotice } from '@/admin'
import { refuseClosedFunction, refuseLinkedQuery } from '@/workflow'
import { importMap } from './admin/importMap.js'

// Only what is named is handed on: the browser writes the rest of what it sends as it likes.
const serverFunction: ServerFunctionClient = async ({ name, args }) => {
  'use server'
  refuseClosedFunction(name)
  refuseLinkedQuery(await config, args)
  return handleServerFunctions({ ...withoutStaleNotice({ name, args }), config, importMap })
}

export default function Layout({ children }: { children: ReactNode }) {
  return (
    <RootLayout config={config} importMap={importMap} serverFunction={serverFunction}>
      {children}
    </RootLayout>
  )
}
