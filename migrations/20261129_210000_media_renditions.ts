import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "media" ADD COLUMN "_objectkey" varchar;
  ALTER TABLE "media" ADD COLUMN "renditions" jsonb;
  ALTER TABLE "_media_v" ADD COLUMN "version__objectkey" varchar;
  ALTER TABLE "_media_v" ADD COLUMN "version_renditions" jsonb;`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "media" DROP COLUMN "_objectkey";
  ALTER TABLE "media" DROP COLUMN "renditions";
  ALTER TABLE "_media_v" DROP COLUMN "version__objectkey";
  ALTER TABLE "_media_v" DROP COLUMN "version_renditions";`)
}
