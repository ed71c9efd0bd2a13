import config from '@payload-config'
import { generatePageMetadata, RootPage } from '@payloadcms/next/views'
import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { getPayload } from 'payload'
import { screenFor } from '@/admin'
import { waitingOf } from '@/sign-in'
import { withoutLinkedQuery } from '@/workflow'
import { importMap } from '../importMap.js'

type Args = {
  params: Promise<{ segments: string[] }>
  searchParams: Promise<Record<string, string | string[]>>
}

export const generateMetadata = ({ params, searchParams }: Args): Promise<Metadata> =>
  generatePageMetadata({ config, params, searchParams })

export default async function Page({ params, searchParams }: Args) {
  const payload = await getPayload({ config, importMap })
  const sent = await headers()
  const { user } = await payload.auth({ headers: sent })
  const isWaiting = user === null && (await waitingOf(payload, sent)) !== undefined
  const { segments = [] } = (await params) as { segments?: string[] }
  const screen = screenFor({ segments, searchParams: await searchParams }, { person: user, isWaiting })
  return RootPage({
    config,
    importMap,
    params: segments === screen.segments ? params : Promise.resolve({ segments: screen.segments }),
    searchParams: Promise.resolve(withoutLinkedQuery(await config, screen)),
  })
}
