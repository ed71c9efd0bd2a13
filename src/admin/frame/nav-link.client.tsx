'use client'

import { Link } from '@payloadcms/ui'
import { usePathname } from 'next/navigation'

export function NavLink({ href, label }: { href: string; label: string }) {
  const isHere = usePathname() === href
  return (
    <Link aria-current={isHere ? 'page' : undefined} className="nav__link" href={href} prefetch={false}>
      {isHere ? <div className="nav__link-indicator" /> : null}
      <span className="nav__link-label">{label}</span>
    </Link>
  )
}
