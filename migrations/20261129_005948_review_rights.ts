import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TYPE "public"."enum_users_review_collections" AS ENUM('prizes', 'editions', 'laureates', 'citations', 'biographies', 'press-releases', 'press-contacts', 'media', 'glossary-terms');
  CREATE TABLE "users_review_collections" (
  	"order" integer NOT NULL,
  	"parent_id" uuid NOT NULL,
  	"value" "enum_users_review_collections",
  	"id" uuid PRIMARY KEY NOT NULL
  );
  
  ALTER TABLE "users" ADD COLUMN "disabled" boolean DEFAULT false;
  ALTER TABLE "users_review_collections" ADD CONSTRAINT "users_review_collections_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;
  CREATE INDEX "users_review_collections_order_idx" ON "users_review_collections" USING btree ("order");
  CREATE INDEX "users_review_collections_parent_idx" ON "users_review_collections" USING btree ("parent_id");`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   DROP TABLE "users_review_collections" CASCADE;
  ALTER TABLE "users" DROP COLUMN "disabled";
  DROP TYPE "public"."enum_users_review_collections";`)
}
