// Prizes have no addresses of their own, but the addresses of their years begin with theirs.

/**
 * SQL for the slug that a prize has now; `asked` is SQL for one that it has or had, and comes back as it is where no year had it. A
 * slug that a prize has now is never one that another had.
 */
export const presentPrize = (asked: string): string => `coalesce(
    (select ${asked} where exists (select from published.resources e
      where e.resource = 'editions' and e.facets @> jsonb_build_object('prizes', jsonb_build_array(${asked})))),
    (select split_part(e.slug, '/', 1) from published.slugs s
       join published.resources e on e.resource = s.resource and e.document_id = s.document_id
      where s.resource = 'editions' and split_part(s.slug, '/', 1) = ${asked}
      order by s.since desc, s.slug limit 1),
    ${asked})`
