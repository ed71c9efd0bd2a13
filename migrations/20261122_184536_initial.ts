import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TYPE "public"."_locales" AS ENUM('en', 'sv', 'de', 'fr', 'es', 'be', 'ru', 'uk', 'pt-BR', 'nb', 'zh-Hans', 'ar', 'fa');
  CREATE TYPE "public"."edition_state" AS ENUM('planned', 'announced', 'not-awarded');
  CREATE TYPE "public"."enum_editions_status" AS ENUM('draft', 'published');
  CREATE TYPE "public"."enum__editions_v_published_locale" AS ENUM('en', 'sv', 'de', 'fr', 'es', 'be', 'ru', 'uk', 'pt-BR', 'nb', 'zh-Hans', 'ar', 'fa');
  CREATE TYPE "public"."enum__editions_v_version_status" AS ENUM('draft', 'published');
  CREATE TYPE "public"."enum_citations_award_type" AS ENUM('prize', 'honorary');
  CREATE TYPE "public"."award_outcome" AS ENUM('received', 'declined', 'prevented', 'posthumous');
  CREATE TYPE "public"."enum_citations_status" AS ENUM('draft', 'published');
  CREATE TYPE "public"."enum__citations_v_version_award_type" AS ENUM('prize', 'honorary');
  CREATE TYPE "public"."enum__citations_v_published_locale" AS ENUM('en', 'sv', 'de', 'fr', 'es', 'be', 'ru', 'uk', 'pt-BR', 'nb', 'zh-Hans', 'ar', 'fa');
  CREATE TYPE "public"."enum__citations_v_version_status" AS ENUM('draft', 'published');
  CREATE TYPE "public"."enum_laureates_kind" AS ENUM('person', 'organisation');
  CREATE TYPE "public"."enum_laureates_status" AS ENUM('draft', 'published');
  CREATE TYPE "public"."enum__laureates_v_version_kind" AS ENUM('person', 'organisation');
  CREATE TYPE "public"."enum__laureates_v_published_locale" AS ENUM('en', 'sv', 'de', 'fr', 'es', 'be', 'ru', 'uk', 'pt-BR', 'nb', 'zh-Hans', 'ar', 'fa');
  CREATE TYPE "public"."enum__laureates_v_version_status" AS ENUM('draft', 'published');
  CREATE TYPE "public"."enum_biographies_status" AS ENUM('draft', 'published');
  CREATE TYPE "public"."enum__biographies_v_published_locale" AS ENUM('en', 'sv', 'de', 'fr', 'es', 'be', 'ru', 'uk', 'pt-BR', 'nb', 'zh-Hans', 'ar', 'fa');
  CREATE TYPE "public"."enum__biographies_v_version_status" AS ENUM('draft', 'published');
  CREATE TYPE "public"."enum_press_releases_type" AS ENUM('announcement', 'ceremony', 'statement', 'correction');
  CREATE TYPE "public"."enum_press_releases_status" AS ENUM('draft', 'published');
  CREATE TYPE "public"."enum__press_releases_v_version_type" AS ENUM('announcement', 'ceremony', 'statement', 'correction');
  CREATE TYPE "public"."enum__press_releases_v_published_locale" AS ENUM('en', 'sv', 'de', 'fr', 'es', 'be', 'ru', 'uk', 'pt-BR', 'nb', 'zh-Hans', 'ar', 'fa');
  CREATE TYPE "public"."enum__press_releases_v_version_status" AS ENUM('draft', 'published');
  CREATE TYPE "public"."enum_press_contacts_desk" AS ENUM('media', 'multimedia', 'office');
  CREATE TYPE "public"."enum_press_contacts_status" AS ENUM('draft', 'published');
  CREATE TYPE "public"."enum__press_contacts_v_version_desk" AS ENUM('media', 'multimedia', 'office');
  CREATE TYPE "public"."enum__press_contacts_v_published_locale" AS ENUM('en', 'sv', 'de', 'fr', 'es', 'be', 'ru', 'uk', 'pt-BR', 'nb', 'zh-Hans', 'ar', 'fa');
  CREATE TYPE "public"."enum__press_contacts_v_version_status" AS ENUM('draft', 'published');
  CREATE TYPE "public"."enum_media_status" AS ENUM('draft', 'published');
  CREATE TYPE "public"."enum__media_v_published_locale" AS ENUM('en', 'sv', 'de', 'fr', 'es', 'be', 'ru', 'uk', 'pt-BR', 'nb', 'zh-Hans', 'ar', 'fa');
  CREATE TYPE "public"."enum__media_v_version_status" AS ENUM('draft', 'published');
  CREATE TYPE "public"."enum_prizes_status" AS ENUM('draft', 'published');
  CREATE TYPE "public"."enum__prizes_v_published_locale" AS ENUM('en', 'sv', 'de', 'fr', 'es', 'be', 'ru', 'uk', 'pt-BR', 'nb', 'zh-Hans', 'ar', 'fa');
  CREATE TYPE "public"."enum__prizes_v_version_status" AS ENUM('draft', 'published');
  CREATE TYPE "public"."enum_glossary_terms_status" AS ENUM('draft', 'published');
  CREATE TYPE "public"."enum__glossary_terms_v_published_locale" AS ENUM('en', 'sv', 'de', 'fr', 'es', 'be', 'ru', 'uk', 'pt-BR', 'nb', 'zh-Hans', 'ar', 'fa');
  CREATE TYPE "public"."enum__glossary_terms_v_version_status" AS ENUM('draft', 'published');
  CREATE TYPE "public"."enum_users_roles" AS ENUM('admin', 'editor', 'reviewer', 'translator', 'press-officer');
  CREATE TYPE "public"."enum_releases_items_action" AS ENUM('publish', 'withdraw');
  CREATE TYPE "public"."enum_releases_state" AS ENUM('open', 'checking', 'ready', 'scheduled', 'publishing', 'published', 'failed', 'hold', 'reverted');
  CREATE TYPE "public"."enum_releases_mode" AS ENUM('at-time', 'on-button');
  CREATE TYPE "public"."enum_webhook_endpoints_events" AS ENUM('release.published', 'release.reverted');
  CREATE TABLE "editions" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"admin_title" varchar,
  	"prize_id" uuid,
  	"year" numeric,
  	"status" "edition_state" DEFAULT 'planned',
  	"announce_at" timestamp(3) with time zone,
  	"announce_zone" varchar,
  	"ceremony_date" varchar,
  	"amount_value" numeric,
  	"amount_currency" varchar,
  	"amount_disclosed" boolean DEFAULT false,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "editions_locales" (
  	"note" varchar,
  	"ceremony_place" varchar,
  	"_status" "enum_editions_status" DEFAULT 'draft',
  	"id" serial PRIMARY KEY NOT NULL,
  	"_locale" "_locales" NOT NULL,
  	"_parent_id" uuid NOT NULL
  );
  
  CREATE TABLE "editions_rels" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer,
  	"parent_id" uuid NOT NULL,
  	"path" varchar NOT NULL,
  	"press_contacts_id" uuid
  );
  
  CREATE TABLE "_editions_v" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"parent_id" uuid,
  	"version_admin_title" varchar,
  	"version_prize_id" uuid,
  	"version_year" numeric,
  	"version_status" "edition_state" DEFAULT 'planned',
  	"version_announce_at" timestamp(3) with time zone,
  	"version_announce_zone" varchar,
  	"version_ceremony_date" varchar,
  	"version_amount_value" numeric,
  	"version_amount_currency" varchar,
  	"version_amount_disclosed" boolean DEFAULT false,
  	"version_updated_at" timestamp(3) with time zone,
  	"version_created_at" timestamp(3) with time zone,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"snapshot" boolean,
  	"published_locale" "enum__editions_v_published_locale",
  	"latest" boolean
  );
  
  CREATE TABLE "_editions_v_locales" (
  	"version_note" varchar,
  	"version_ceremony_place" varchar,
  	"version__status" "enum__editions_v_version_status" DEFAULT 'draft',
  	"id" serial PRIMARY KEY NOT NULL,
  	"_locale" "_locales" NOT NULL,
  	"_parent_id" uuid NOT NULL
  );
  
  CREATE TABLE "_editions_v_rels" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer,
  	"parent_id" uuid NOT NULL,
  	"path" varchar NOT NULL,
  	"press_contacts_id" uuid
  );
  
  CREATE TABLE "citations" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"admin_title" varchar,
  	"edition_id" uuid,
  	"slug" varchar,
  	"award_type" "enum_citations_award_type" DEFAULT 'prize',
  	"status" "award_outcome" DEFAULT 'received',
  	"portion_num" numeric,
  	"portion_den" numeric,
  	"import_key" varchar,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "citations_locales" (
  	"display_title" varchar,
  	"motivation" varchar,
  	"_status" "enum_citations_status" DEFAULT 'draft',
  	"id" serial PRIMARY KEY NOT NULL,
  	"_locale" "_locales" NOT NULL,
  	"_parent_id" uuid NOT NULL
  );
  
  CREATE TABLE "citations_texts" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer NOT NULL,
  	"parent_id" uuid NOT NULL,
  	"path" varchar NOT NULL,
  	"text" varchar
  );
  
  CREATE TABLE "citations_rels" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer,
  	"parent_id" uuid NOT NULL,
  	"path" varchar NOT NULL,
  	"laureates_id" uuid,
  	"press_contacts_id" uuid
  );
  
  CREATE TABLE "_citations_v" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"parent_id" uuid,
  	"version_admin_title" varchar,
  	"version_edition_id" uuid,
  	"version_slug" varchar,
  	"version_award_type" "enum__citations_v_version_award_type" DEFAULT 'prize',
  	"version_status" "award_outcome" DEFAULT 'received',
  	"version_portion_num" numeric,
  	"version_portion_den" numeric,
  	"version_import_key" varchar,
  	"version_updated_at" timestamp(3) with time zone,
  	"version_created_at" timestamp(3) with time zone,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"snapshot" boolean,
  	"published_locale" "enum__citations_v_published_locale",
  	"latest" boolean
  );
  
  CREATE TABLE "_citations_v_locales" (
  	"version_display_title" varchar,
  	"version_motivation" varchar,
  	"version__status" "enum__citations_v_version_status" DEFAULT 'draft',
  	"id" serial PRIMARY KEY NOT NULL,
  	"_locale" "_locales" NOT NULL,
  	"_parent_id" uuid NOT NULL
  );
  
  CREATE TABLE "_citations_v_texts" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer NOT NULL,
  	"parent_id" uuid NOT NULL,
  	"path" varchar NOT NULL,
  	"text" varchar
  );
  
  CREATE TABLE "_citations_v_rels" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer,
  	"parent_id" uuid NOT NULL,
  	"path" varchar NOT NULL,
  	"laureates_id" uuid,
  	"press_contacts_id" uuid
  );
  
  CREATE TABLE "laureates_variants" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"value" varchar,
  	"lang" varchar,
  	"system" varchar
  );
  
  CREATE TABLE "laureates" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"admin_title" varchar,
  	"kind" "enum_laureates_kind" DEFAULT 'person',
  	"native_name_value" varchar,
  	"native_name_lang" varchar,
  	"slug" varchar,
  	"birth_date" varchar,
  	"birth_country_now" varchar,
  	"death_date" varchar,
  	"death_country_now" varchar,
  	"founded" varchar,
  	"dissolved" varchar,
  	"headquarters_country" varchar,
  	"same_as_wikidata" varchar,
  	"same_as_wikipedia" varchar,
  	"same_as_viaf" varchar,
  	"same_as_isni" varchar,
  	"same_as_orcid" varchar,
  	"same_as_ror" varchar,
  	"same_as_url" varchar,
  	"portrait_id" uuid,
  	"at_risk" boolean DEFAULT false,
  	"at_risk_note" varchar,
  	"import_key" varchar,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "laureates_locales" (
  	"known_name" varchar,
  	"full_name" varchar,
  	"given_name" varchar,
  	"family_name" varchar,
  	"sort_key" varchar,
  	"birth_place" varchar,
  	"birth_country_then" varchar,
  	"death_place" varchar,
  	"death_country_then" varchar,
  	"education" varchar,
  	"based_in" varchar,
  	"headquarters_city" varchar,
  	"_status" "enum_laureates_status" DEFAULT 'draft',
  	"id" serial PRIMARY KEY NOT NULL,
  	"_locale" "_locales" NOT NULL,
  	"_parent_id" uuid NOT NULL
  );
  
  CREATE TABLE "_laureates_v_version_variants" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"id" uuid PRIMARY KEY NOT NULL,
  	"value" varchar,
  	"lang" varchar,
  	"system" varchar,
  	"_uuid" varchar
  );
  
  CREATE TABLE "_laureates_v" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"parent_id" uuid,
  	"version_admin_title" varchar,
  	"version_kind" "enum__laureates_v_version_kind" DEFAULT 'person',
  	"version_native_name_value" varchar,
  	"version_native_name_lang" varchar,
  	"version_slug" varchar,
  	"version_birth_date" varchar,
  	"version_birth_country_now" varchar,
  	"version_death_date" varchar,
  	"version_death_country_now" varchar,
  	"version_founded" varchar,
  	"version_dissolved" varchar,
  	"version_headquarters_country" varchar,
  	"version_same_as_wikidata" varchar,
  	"version_same_as_wikipedia" varchar,
  	"version_same_as_viaf" varchar,
  	"version_same_as_isni" varchar,
  	"version_same_as_orcid" varchar,
  	"version_same_as_ror" varchar,
  	"version_same_as_url" varchar,
  	"version_portrait_id" uuid,
  	"version_at_risk" boolean DEFAULT false,
  	"version_at_risk_note" varchar,
  	"version_import_key" varchar,
  	"version_updated_at" timestamp(3) with time zone,
  	"version_created_at" timestamp(3) with time zone,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"snapshot" boolean,
  	"published_locale" "enum__laureates_v_published_locale",
  	"latest" boolean
  );
  
  CREATE TABLE "_laureates_v_locales" (
  	"version_known_name" varchar,
  	"version_full_name" varchar,
  	"version_given_name" varchar,
  	"version_family_name" varchar,
  	"version_sort_key" varchar,
  	"version_birth_place" varchar,
  	"version_birth_country_then" varchar,
  	"version_death_place" varchar,
  	"version_death_country_then" varchar,
  	"version_education" varchar,
  	"version_based_in" varchar,
  	"version_headquarters_city" varchar,
  	"version__status" "enum__laureates_v_version_status" DEFAULT 'draft',
  	"id" serial PRIMARY KEY NOT NULL,
  	"_locale" "_locales" NOT NULL,
  	"_parent_id" uuid NOT NULL
  );
  
  CREATE TABLE "biographies" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"admin_title" varchar,
  	"citation_id" uuid,
  	"as_of" varchar,
  	"sources" varchar,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "biographies_locales" (
  	"short" jsonb,
  	"long" jsonb,
  	"_status" "enum_biographies_status" DEFAULT 'draft',
  	"id" serial PRIMARY KEY NOT NULL,
  	"_locale" "_locales" NOT NULL,
  	"_parent_id" uuid NOT NULL
  );
  
  CREATE TABLE "_biographies_v" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"parent_id" uuid,
  	"version_admin_title" varchar,
  	"version_citation_id" uuid,
  	"version_as_of" varchar,
  	"version_sources" varchar,
  	"version_updated_at" timestamp(3) with time zone,
  	"version_created_at" timestamp(3) with time zone,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"snapshot" boolean,
  	"published_locale" "enum__biographies_v_published_locale",
  	"latest" boolean
  );
  
  CREATE TABLE "_biographies_v_locales" (
  	"version_short" jsonb,
  	"version_long" jsonb,
  	"version__status" "enum__biographies_v_version_status" DEFAULT 'draft',
  	"id" serial PRIMARY KEY NOT NULL,
  	"_locale" "_locales" NOT NULL,
  	"_parent_id" uuid NOT NULL
  );
  
  CREATE TABLE "press_releases" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"admin_title" varchar,
  	"slug" varchar,
  	"edition_id" uuid,
  	"type" "enum_press_releases_type" DEFAULT 'announcement',
  	"corrects_id" uuid,
  	"embargo" timestamp(3) with time zone,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "press_releases_locales" (
  	"title" varchar,
  	"summary" varchar,
  	"dateline" varchar,
  	"body" jsonb,
  	"_status" "enum_press_releases_status" DEFAULT 'draft',
  	"id" serial PRIMARY KEY NOT NULL,
  	"_locale" "_locales" NOT NULL,
  	"_parent_id" uuid NOT NULL
  );
  
  CREATE TABLE "press_releases_rels" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer,
  	"parent_id" uuid NOT NULL,
  	"path" varchar NOT NULL,
  	"citations_id" uuid,
  	"press_contacts_id" uuid,
  	"media_id" uuid
  );
  
  CREATE TABLE "_press_releases_v" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"parent_id" uuid,
  	"version_admin_title" varchar,
  	"version_slug" varchar,
  	"version_edition_id" uuid,
  	"version_type" "enum__press_releases_v_version_type" DEFAULT 'announcement',
  	"version_corrects_id" uuid,
  	"version_embargo" timestamp(3) with time zone,
  	"version_updated_at" timestamp(3) with time zone,
  	"version_created_at" timestamp(3) with time zone,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"snapshot" boolean,
  	"published_locale" "enum__press_releases_v_published_locale",
  	"latest" boolean
  );
  
  CREATE TABLE "_press_releases_v_locales" (
  	"version_title" varchar,
  	"version_summary" varchar,
  	"version_dateline" varchar,
  	"version_body" jsonb,
  	"version__status" "enum__press_releases_v_version_status" DEFAULT 'draft',
  	"id" serial PRIMARY KEY NOT NULL,
  	"_locale" "_locales" NOT NULL,
  	"_parent_id" uuid NOT NULL
  );
  
  CREATE TABLE "_press_releases_v_rels" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer,
  	"parent_id" uuid NOT NULL,
  	"path" varchar NOT NULL,
  	"citations_id" uuid,
  	"press_contacts_id" uuid,
  	"media_id" uuid
  );
  
  CREATE TABLE "press_contacts" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"admin_title" varchar,
  	"name" varchar,
  	"desk" "enum_press_contacts_desk" DEFAULT 'media',
  	"international" boolean DEFAULT false,
  	"phone" varchar,
  	"phone_e164" varchar,
  	"email" varchar,
  	"valid_from" varchar,
  	"valid_to" varchar,
  	"order" numeric,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "press_contacts_locales" (
  	"label" varchar,
  	"_status" "enum_press_contacts_status" DEFAULT 'draft',
  	"id" serial PRIMARY KEY NOT NULL,
  	"_locale" "_locales" NOT NULL,
  	"_parent_id" uuid NOT NULL
  );
  
  CREATE TABLE "press_contacts_texts" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer NOT NULL,
  	"parent_id" uuid NOT NULL,
  	"path" varchar NOT NULL,
  	"text" varchar
  );
  
  CREATE TABLE "_press_contacts_v" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"parent_id" uuid,
  	"version_admin_title" varchar,
  	"version_name" varchar,
  	"version_desk" "enum__press_contacts_v_version_desk" DEFAULT 'media',
  	"version_international" boolean DEFAULT false,
  	"version_phone" varchar,
  	"version_phone_e164" varchar,
  	"version_email" varchar,
  	"version_valid_from" varchar,
  	"version_valid_to" varchar,
  	"version_order" numeric,
  	"version_updated_at" timestamp(3) with time zone,
  	"version_created_at" timestamp(3) with time zone,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"snapshot" boolean,
  	"published_locale" "enum__press_contacts_v_published_locale",
  	"latest" boolean
  );
  
  CREATE TABLE "_press_contacts_v_locales" (
  	"version_label" varchar,
  	"version__status" "enum__press_contacts_v_version_status" DEFAULT 'draft',
  	"id" serial PRIMARY KEY NOT NULL,
  	"_locale" "_locales" NOT NULL,
  	"_parent_id" uuid NOT NULL
  );
  
  CREATE TABLE "_press_contacts_v_texts" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer NOT NULL,
  	"parent_id" uuid NOT NULL,
  	"path" varchar NOT NULL,
  	"text" varchar
  );
  
  CREATE TABLE "media" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"admin_title" varchar,
  	"credit" varchar,
  	"creator" varchar,
  	"copyright_notice" varchar,
  	"free_editorial_use_until" varchar,
  	"source" varchar,
  	"taken" varchar,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"url" varchar,
  	"thumbnail_u_r_l" varchar,
  	"filename" varchar,
  	"mime_type" varchar,
  	"filesize" numeric,
  	"width" numeric,
  	"height" numeric,
  	"focal_x" numeric,
  	"focal_y" numeric
  );
  
  CREATE TABLE "media_locales" (
  	"alt" varchar,
  	"caption" varchar,
  	"usage_terms" varchar,
  	"_status" "enum_media_status" DEFAULT 'draft',
  	"id" serial PRIMARY KEY NOT NULL,
  	"_locale" "_locales" NOT NULL,
  	"_parent_id" uuid NOT NULL
  );
  
  CREATE TABLE "media_rels" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer,
  	"parent_id" uuid NOT NULL,
  	"path" varchar NOT NULL,
  	"laureates_id" uuid
  );
  
  CREATE TABLE "_media_v" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"parent_id" uuid,
  	"version_admin_title" varchar,
  	"version_credit" varchar,
  	"version_creator" varchar,
  	"version_copyright_notice" varchar,
  	"version_free_editorial_use_until" varchar,
  	"version_source" varchar,
  	"version_taken" varchar,
  	"version_updated_at" timestamp(3) with time zone,
  	"version_created_at" timestamp(3) with time zone,
  	"version_url" varchar,
  	"version_thumbnail_u_r_l" varchar,
  	"version_filename" varchar,
  	"version_mime_type" varchar,
  	"version_filesize" numeric,
  	"version_width" numeric,
  	"version_height" numeric,
  	"version_focal_x" numeric,
  	"version_focal_y" numeric,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"snapshot" boolean,
  	"published_locale" "enum__media_v_published_locale",
  	"latest" boolean
  );
  
  CREATE TABLE "_media_v_locales" (
  	"version_alt" varchar,
  	"version_caption" varchar,
  	"version_usage_terms" varchar,
  	"version__status" "enum__media_v_version_status" DEFAULT 'draft',
  	"id" serial PRIMARY KEY NOT NULL,
  	"_locale" "_locales" NOT NULL,
  	"_parent_id" uuid NOT NULL
  );
  
  CREATE TABLE "_media_v_rels" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer,
  	"parent_id" uuid NOT NULL,
  	"path" varchar NOT NULL,
  	"laureates_id" uuid
  );
  
  CREATE TABLE "prizes" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"admin_title" varchar,
  	"slug" varchar,
  	"founded" varchar,
  	"time_zone" varchar DEFAULT 'UTC',
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "prizes_locales" (
  	"name" varchar,
  	"short_name" varchar,
  	"awarding_body" varchar,
  	"boilerplate" varchar,
  	"reuse_terms" varchar,
  	"_status" "enum_prizes_status" DEFAULT 'draft',
  	"id" serial PRIMARY KEY NOT NULL,
  	"_locale" "_locales" NOT NULL,
  	"_parent_id" uuid NOT NULL
  );
  
  CREATE TABLE "_prizes_v" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"parent_id" uuid,
  	"version_admin_title" varchar,
  	"version_slug" varchar,
  	"version_founded" varchar,
  	"version_time_zone" varchar DEFAULT 'UTC',
  	"version_updated_at" timestamp(3) with time zone,
  	"version_created_at" timestamp(3) with time zone,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"snapshot" boolean,
  	"published_locale" "enum__prizes_v_published_locale",
  	"latest" boolean
  );
  
  CREATE TABLE "_prizes_v_locales" (
  	"version_name" varchar,
  	"version_short_name" varchar,
  	"version_awarding_body" varchar,
  	"version_boilerplate" varchar,
  	"version_reuse_terms" varchar,
  	"version__status" "enum__prizes_v_version_status" DEFAULT 'draft',
  	"id" serial PRIMARY KEY NOT NULL,
  	"_locale" "_locales" NOT NULL,
  	"_parent_id" uuid NOT NULL
  );
  
  CREATE TABLE "glossary_terms" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"admin_title" varchar,
  	"source" varchar,
  	"note" varchar,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "glossary_terms_locales" (
  	"term" varchar,
  	"_status" "enum_glossary_terms_status" DEFAULT 'draft',
  	"id" serial PRIMARY KEY NOT NULL,
  	"_locale" "_locales" NOT NULL,
  	"_parent_id" uuid NOT NULL
  );
  
  CREATE TABLE "_glossary_terms_v" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"parent_id" uuid,
  	"version_admin_title" varchar,
  	"version_source" varchar,
  	"version_note" varchar,
  	"version_updated_at" timestamp(3) with time zone,
  	"version_created_at" timestamp(3) with time zone,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"snapshot" boolean,
  	"published_locale" "enum__glossary_terms_v_published_locale",
  	"latest" boolean
  );
  
  CREATE TABLE "_glossary_terms_v_locales" (
  	"version_term" varchar,
  	"version__status" "enum__glossary_terms_v_version_status" DEFAULT 'draft',
  	"id" serial PRIMARY KEY NOT NULL,
  	"_locale" "_locales" NOT NULL,
  	"_parent_id" uuid NOT NULL
  );
  
  CREATE TABLE "users_roles" (
  	"order" integer NOT NULL,
  	"parent_id" uuid NOT NULL,
  	"value" "enum_users_roles",
  	"id" uuid PRIMARY KEY NOT NULL
  );
  
  CREATE TABLE "users_sessions" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"created_at" timestamp(3) with time zone,
  	"expires_at" timestamp(3) with time zone NOT NULL
  );
  
  CREATE TABLE "users" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"name" varchar NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"email" varchar NOT NULL,
  	"reset_password_token" varchar,
  	"reset_password_expiration" timestamp(3) with time zone,
  	"salt" varchar,
  	"hash" varchar,
  	"reset_password_requested_at" timestamp(3) with time zone,
  	"login_attempts" numeric DEFAULT 0,
  	"lock_until" timestamp(3) with time zone
  );
  
  CREATE TABLE "users_texts" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer NOT NULL,
  	"parent_id" uuid NOT NULL,
  	"path" varchar NOT NULL,
  	"text" varchar
  );
  
  CREATE TABLE "users_rels" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer,
  	"parent_id" uuid NOT NULL,
  	"path" varchar NOT NULL,
  	"editions_id" uuid
  );
  
  CREATE TABLE "releases_items" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"action" "enum_releases_items_action" NOT NULL,
  	"document" varchar NOT NULL,
  	"unit" varchar NOT NULL,
  	"content_hash" varchar NOT NULL
  );
  
  CREATE TABLE "releases" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"name" varchar NOT NULL,
  	"state" "enum_releases_state" DEFAULT 'open' NOT NULL,
  	"go_live_at" timestamp(3) with time zone,
  	"go_live_zone" varchar,
  	"mode" "enum_releases_mode" DEFAULT 'on-button' NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "webhook_endpoints_events" (
  	"order" integer NOT NULL,
  	"parent_id" uuid NOT NULL,
  	"value" "enum_webhook_endpoints_events",
  	"id" uuid PRIMARY KEY NOT NULL
  );
  
  CREATE TABLE "webhook_endpoints" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"url" varchar NOT NULL,
  	"description" varchar,
  	"enabled" boolean DEFAULT true,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "payload_kv" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"key" varchar NOT NULL,
  	"data" jsonb NOT NULL
  );
  
  CREATE TABLE "payload_preferences" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"key" varchar,
  	"value" jsonb,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "payload_preferences_rels" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer,
  	"parent_id" uuid NOT NULL,
  	"path" varchar NOT NULL,
  	"users_id" uuid
  );
  
  CREATE TABLE "payload_migrations" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"name" varchar,
  	"batch" numeric,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  ALTER TABLE "editions" ADD CONSTRAINT "editions_prize_id_prizes_id_fk" FOREIGN KEY ("prize_id") REFERENCES "public"."prizes"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "editions_locales" ADD CONSTRAINT "editions_locales_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."editions"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "editions_rels" ADD CONSTRAINT "editions_rels_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."editions"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "editions_rels" ADD CONSTRAINT "editions_rels_press_contacts_fk" FOREIGN KEY ("press_contacts_id") REFERENCES "public"."press_contacts"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_editions_v" ADD CONSTRAINT "_editions_v_parent_id_editions_id_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."editions"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_editions_v" ADD CONSTRAINT "_editions_v_version_prize_id_prizes_id_fk" FOREIGN KEY ("version_prize_id") REFERENCES "public"."prizes"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_editions_v_locales" ADD CONSTRAINT "_editions_v_locales_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."_editions_v"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_editions_v_rels" ADD CONSTRAINT "_editions_v_rels_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."_editions_v"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_editions_v_rels" ADD CONSTRAINT "_editions_v_rels_press_contacts_fk" FOREIGN KEY ("press_contacts_id") REFERENCES "public"."press_contacts"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "citations" ADD CONSTRAINT "citations_edition_id_editions_id_fk" FOREIGN KEY ("edition_id") REFERENCES "public"."editions"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "citations_locales" ADD CONSTRAINT "citations_locales_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."citations"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "citations_texts" ADD CONSTRAINT "citations_texts_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."citations"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "citations_rels" ADD CONSTRAINT "citations_rels_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."citations"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "citations_rels" ADD CONSTRAINT "citations_rels_laureates_fk" FOREIGN KEY ("laureates_id") REFERENCES "public"."laureates"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "citations_rels" ADD CONSTRAINT "citations_rels_press_contacts_fk" FOREIGN KEY ("press_contacts_id") REFERENCES "public"."press_contacts"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_citations_v" ADD CONSTRAINT "_citations_v_parent_id_citations_id_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."citations"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_citations_v" ADD CONSTRAINT "_citations_v_version_edition_id_editions_id_fk" FOREIGN KEY ("version_edition_id") REFERENCES "public"."editions"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_citations_v_locales" ADD CONSTRAINT "_citations_v_locales_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."_citations_v"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_citations_v_texts" ADD CONSTRAINT "_citations_v_texts_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."_citations_v"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_citations_v_rels" ADD CONSTRAINT "_citations_v_rels_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."_citations_v"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_citations_v_rels" ADD CONSTRAINT "_citations_v_rels_laureates_fk" FOREIGN KEY ("laureates_id") REFERENCES "public"."laureates"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_citations_v_rels" ADD CONSTRAINT "_citations_v_rels_press_contacts_fk" FOREIGN KEY ("press_contacts_id") REFERENCES "public"."press_contacts"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "laureates_variants" ADD CONSTRAINT "laureates_variants_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."laureates"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "laureates" ADD CONSTRAINT "laureates_portrait_id_media_id_fk" FOREIGN KEY ("portrait_id") REFERENCES "public"."media"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "laureates_locales" ADD CONSTRAINT "laureates_locales_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."laureates"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_laureates_v_version_variants" ADD CONSTRAINT "_laureates_v_version_variants_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."_laureates_v"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_laureates_v" ADD CONSTRAINT "_laureates_v_parent_id_laureates_id_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."laureates"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_laureates_v" ADD CONSTRAINT "_laureates_v_version_portrait_id_media_id_fk" FOREIGN KEY ("version_portrait_id") REFERENCES "public"."media"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_laureates_v_locales" ADD CONSTRAINT "_laureates_v_locales_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."_laureates_v"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "biographies" ADD CONSTRAINT "biographies_citation_id_citations_id_fk" FOREIGN KEY ("citation_id") REFERENCES "public"."citations"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "biographies_locales" ADD CONSTRAINT "biographies_locales_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."biographies"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_biographies_v" ADD CONSTRAINT "_biographies_v_parent_id_biographies_id_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."biographies"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_biographies_v" ADD CONSTRAINT "_biographies_v_version_citation_id_citations_id_fk" FOREIGN KEY ("version_citation_id") REFERENCES "public"."citations"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_biographies_v_locales" ADD CONSTRAINT "_biographies_v_locales_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."_biographies_v"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "press_releases" ADD CONSTRAINT "press_releases_edition_id_editions_id_fk" FOREIGN KEY ("edition_id") REFERENCES "public"."editions"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "press_releases" ADD CONSTRAINT "press_releases_corrects_id_press_releases_id_fk" FOREIGN KEY ("corrects_id") REFERENCES "public"."press_releases"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "press_releases_locales" ADD CONSTRAINT "press_releases_locales_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."press_releases"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "press_releases_rels" ADD CONSTRAINT "press_releases_rels_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."press_releases"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "press_releases_rels" ADD CONSTRAINT "press_releases_rels_citations_fk" FOREIGN KEY ("citations_id") REFERENCES "public"."citations"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "press_releases_rels" ADD CONSTRAINT "press_releases_rels_press_contacts_fk" FOREIGN KEY ("press_contacts_id") REFERENCES "public"."press_contacts"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "press_releases_rels" ADD CONSTRAINT "press_releases_rels_media_fk" FOREIGN KEY ("media_id") REFERENCES "public"."media"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_press_releases_v" ADD CONSTRAINT "_press_releases_v_parent_id_press_releases_id_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."press_releases"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_press_releases_v" ADD CONSTRAINT "_press_releases_v_version_edition_id_editions_id_fk" FOREIGN KEY ("version_edition_id") REFERENCES "public"."editions"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_press_releases_v" ADD CONSTRAINT "_press_releases_v_version_corrects_id_press_releases_id_fk" FOREIGN KEY ("version_corrects_id") REFERENCES "public"."press_releases"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_press_releases_v_locales" ADD CONSTRAINT "_press_releases_v_locales_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."_press_releases_v"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_press_releases_v_rels" ADD CONSTRAINT "_press_releases_v_rels_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."_press_releases_v"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_press_releases_v_rels" ADD CONSTRAINT "_press_releases_v_rels_citations_fk" FOREIGN KEY ("citations_id") REFERENCES "public"."citations"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_press_releases_v_rels" ADD CONSTRAINT "_press_releases_v_rels_press_contacts_fk" FOREIGN KEY ("press_contacts_id") REFERENCES "public"."press_contacts"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_press_releases_v_rels" ADD CONSTRAINT "_press_releases_v_rels_media_fk" FOREIGN KEY ("media_id") REFERENCES "public"."media"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "press_contacts_locales" ADD CONSTRAINT "press_contacts_locales_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."press_contacts"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "press_contacts_texts" ADD CONSTRAINT "press_contacts_texts_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."press_contacts"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_press_contacts_v" ADD CONSTRAINT "_press_contacts_v_parent_id_press_contacts_id_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."press_contacts"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_press_contacts_v_locales" ADD CONSTRAINT "_press_contacts_v_locales_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."_press_contacts_v"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_press_contacts_v_texts" ADD CONSTRAINT "_press_contacts_v_texts_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."_press_contacts_v"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "media_locales" ADD CONSTRAINT "media_locales_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."media"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "media_rels" ADD CONSTRAINT "media_rels_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."media"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "media_rels" ADD CONSTRAINT "media_rels_laureates_fk" FOREIGN KEY ("laureates_id") REFERENCES "public"."laureates"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_media_v" ADD CONSTRAINT "_media_v_parent_id_media_id_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."media"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_media_v_locales" ADD CONSTRAINT "_media_v_locales_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."_media_v"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_media_v_rels" ADD CONSTRAINT "_media_v_rels_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."_media_v"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_media_v_rels" ADD CONSTRAINT "_media_v_rels_laureates_fk" FOREIGN KEY ("laureates_id") REFERENCES "public"."laureates"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "prizes_locales" ADD CONSTRAINT "prizes_locales_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."prizes"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_prizes_v" ADD CONSTRAINT "_prizes_v_parent_id_prizes_id_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."prizes"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_prizes_v_locales" ADD CONSTRAINT "_prizes_v_locales_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."_prizes_v"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "glossary_terms_locales" ADD CONSTRAINT "glossary_terms_locales_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."glossary_terms"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_glossary_terms_v" ADD CONSTRAINT "_glossary_terms_v_parent_id_glossary_terms_id_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."glossary_terms"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_glossary_terms_v_locales" ADD CONSTRAINT "_glossary_terms_v_locales_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."_glossary_terms_v"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "users_roles" ADD CONSTRAINT "users_roles_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "users_sessions" ADD CONSTRAINT "users_sessions_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "users_texts" ADD CONSTRAINT "users_texts_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "users_rels" ADD CONSTRAINT "users_rels_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "users_rels" ADD CONSTRAINT "users_rels_editions_fk" FOREIGN KEY ("editions_id") REFERENCES "public"."editions"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "releases_items" ADD CONSTRAINT "releases_items_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."releases"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "webhook_endpoints_events" ADD CONSTRAINT "webhook_endpoints_events_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."webhook_endpoints"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_preferences_rels" ADD CONSTRAINT "payload_preferences_rels_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."payload_preferences"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_preferences_rels" ADD CONSTRAINT "payload_preferences_rels_users_fk" FOREIGN KEY ("users_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;
  CREATE INDEX "editions_admin_title_idx" ON "editions" USING btree ("admin_title");
  CREATE INDEX "editions_prize_idx" ON "editions" USING btree ("prize_id");
  CREATE INDEX "editions_updated_at_idx" ON "editions" USING btree ("updated_at");
  CREATE INDEX "editions_created_at_idx" ON "editions" USING btree ("created_at");
  CREATE INDEX "editions__status_idx" ON "editions_locales" USING btree ("_status","_locale");
  CREATE UNIQUE INDEX "editions_locales_locale_parent_id_unique" ON "editions_locales" USING btree ("_locale","_parent_id");
  CREATE INDEX "editions_rels_order_idx" ON "editions_rels" USING btree ("order");
  CREATE INDEX "editions_rels_parent_idx" ON "editions_rels" USING btree ("parent_id");
  CREATE INDEX "editions_rels_path_idx" ON "editions_rels" USING btree ("path");
  CREATE INDEX "editions_rels_press_contacts_id_idx" ON "editions_rels" USING btree ("press_contacts_id");
  CREATE INDEX "_editions_v_parent_idx" ON "_editions_v" USING btree ("parent_id");
  CREATE INDEX "_editions_v_version_version_admin_title_idx" ON "_editions_v" USING btree ("version_admin_title");
  CREATE INDEX "_editions_v_version_version_prize_idx" ON "_editions_v" USING btree ("version_prize_id");
  CREATE INDEX "_editions_v_version_version_updated_at_idx" ON "_editions_v" USING btree ("version_updated_at");
  CREATE INDEX "_editions_v_version_version_created_at_idx" ON "_editions_v" USING btree ("version_created_at");
  CREATE INDEX "_editions_v_created_at_idx" ON "_editions_v" USING btree ("created_at");
  CREATE INDEX "_editions_v_updated_at_idx" ON "_editions_v" USING btree ("updated_at");
  CREATE INDEX "_editions_v_snapshot_idx" ON "_editions_v" USING btree ("snapshot");
  CREATE INDEX "_editions_v_published_locale_idx" ON "_editions_v" USING btree ("published_locale");
  CREATE INDEX "_editions_v_latest_idx" ON "_editions_v" USING btree ("latest");
  CREATE INDEX "_editions_v_version_version__status_idx" ON "_editions_v_locales" USING btree ("version__status","_locale");
  CREATE UNIQUE INDEX "_editions_v_locales_locale_parent_id_unique" ON "_editions_v_locales" USING btree ("_locale","_parent_id");
  CREATE INDEX "_editions_v_rels_order_idx" ON "_editions_v_rels" USING btree ("order");
  CREATE INDEX "_editions_v_rels_parent_idx" ON "_editions_v_rels" USING btree ("parent_id");
  CREATE INDEX "_editions_v_rels_path_idx" ON "_editions_v_rels" USING btree ("path");
  CREATE INDEX "_editions_v_rels_press_contacts_id_idx" ON "_editions_v_rels" USING btree ("press_contacts_id");
  CREATE INDEX "citations_admin_title_idx" ON "citations" USING btree ("admin_title");
  CREATE INDEX "citations_edition_idx" ON "citations" USING btree ("edition_id");
  CREATE INDEX "citations_slug_idx" ON "citations" USING btree ("slug");
  CREATE INDEX "citations_import_key_idx" ON "citations" USING btree ("import_key");
  CREATE INDEX "citations_updated_at_idx" ON "citations" USING btree ("updated_at");
  CREATE INDEX "citations_created_at_idx" ON "citations" USING btree ("created_at");
  CREATE INDEX "citations__status_idx" ON "citations_locales" USING btree ("_status","_locale");
  CREATE UNIQUE INDEX "citations_locales_locale_parent_id_unique" ON "citations_locales" USING btree ("_locale","_parent_id");
  CREATE INDEX "citations_texts_order_parent" ON "citations_texts" USING btree ("order","parent_id");
  CREATE INDEX "citations_rels_order_idx" ON "citations_rels" USING btree ("order");
  CREATE INDEX "citations_rels_parent_idx" ON "citations_rels" USING btree ("parent_id");
  CREATE INDEX "citations_rels_path_idx" ON "citations_rels" USING btree ("path");
  CREATE INDEX "citations_rels_laureates_id_idx" ON "citations_rels" USING btree ("laureates_id");
  CREATE INDEX "citations_rels_press_contacts_id_idx" ON "citations_rels" USING btree ("press_contacts_id");
  CREATE INDEX "_citations_v_parent_idx" ON "_citations_v" USING btree ("parent_id");
  CREATE INDEX "_citations_v_version_version_admin_title_idx" ON "_citations_v" USING btree ("version_admin_title");
  CREATE INDEX "_citations_v_version_version_edition_idx" ON "_citations_v" USING btree ("version_edition_id");
  CREATE INDEX "_citations_v_version_version_slug_idx" ON "_citations_v" USING btree ("version_slug");
  CREATE INDEX "_citations_v_version_version_import_key_idx" ON "_citations_v" USING btree ("version_import_key");
  CREATE INDEX "_citations_v_version_version_updated_at_idx" ON "_citations_v" USING btree ("version_updated_at");
  CREATE INDEX "_citations_v_version_version_created_at_idx" ON "_citations_v" USING btree ("version_created_at");
  CREATE INDEX "_citations_v_created_at_idx" ON "_citations_v" USING btree ("created_at");
  CREATE INDEX "_citations_v_updated_at_idx" ON "_citations_v" USING btree ("updated_at");
  CREATE INDEX "_citations_v_snapshot_idx" ON "_citations_v" USING btree ("snapshot");
  CREATE INDEX "_citations_v_published_locale_idx" ON "_citations_v" USING btree ("published_locale");
  CREATE INDEX "_citations_v_latest_idx" ON "_citations_v" USING btree ("latest");
  CREATE INDEX "_citations_v_version_version__status_idx" ON "_citations_v_locales" USING btree ("version__status","_locale");
  CREATE UNIQUE INDEX "_citations_v_locales_locale_parent_id_unique" ON "_citations_v_locales" USING btree ("_locale","_parent_id");
  CREATE INDEX "_citations_v_texts_order_parent" ON "_citations_v_texts" USING btree ("order","parent_id");
  CREATE INDEX "_citations_v_rels_order_idx" ON "_citations_v_rels" USING btree ("order");
  CREATE INDEX "_citations_v_rels_parent_idx" ON "_citations_v_rels" USING btree ("parent_id");
  CREATE INDEX "_citations_v_rels_path_idx" ON "_citations_v_rels" USING btree ("path");
  CREATE INDEX "_citations_v_rels_laureates_id_idx" ON "_citations_v_rels" USING btree ("laureates_id");
  CREATE INDEX "_citations_v_rels_press_contacts_id_idx" ON "_citations_v_rels" USING btree ("press_contacts_id");
  CREATE INDEX "laureates_variants_order_idx" ON "laureates_variants" USING btree ("_order");
  CREATE INDEX "laureates_variants_parent_id_idx" ON "laureates_variants" USING btree ("_parent_id");
  CREATE INDEX "laureates_admin_title_idx" ON "laureates" USING btree ("admin_title");
  CREATE INDEX "laureates_slug_idx" ON "laureates" USING btree ("slug");
  CREATE INDEX "laureates_same_as_same_as_wikidata_idx" ON "laureates" USING btree ("same_as_wikidata");
  CREATE INDEX "laureates_portrait_idx" ON "laureates" USING btree ("portrait_id");
  CREATE INDEX "laureates_import_key_idx" ON "laureates" USING btree ("import_key");
  CREATE INDEX "laureates_updated_at_idx" ON "laureates" USING btree ("updated_at");
  CREATE INDEX "laureates_created_at_idx" ON "laureates" USING btree ("created_at");
  CREATE INDEX "laureates__status_idx" ON "laureates_locales" USING btree ("_status","_locale");
  CREATE UNIQUE INDEX "laureates_locales_locale_parent_id_unique" ON "laureates_locales" USING btree ("_locale","_parent_id");
  CREATE INDEX "_laureates_v_version_variants_order_idx" ON "_laureates_v_version_variants" USING btree ("_order");
  CREATE INDEX "_laureates_v_version_variants_parent_id_idx" ON "_laureates_v_version_variants" USING btree ("_parent_id");
  CREATE INDEX "_laureates_v_parent_idx" ON "_laureates_v" USING btree ("parent_id");
  CREATE INDEX "_laureates_v_version_version_admin_title_idx" ON "_laureates_v" USING btree ("version_admin_title");
  CREATE INDEX "_laureates_v_version_version_slug_idx" ON "_laureates_v" USING btree ("version_slug");
  CREATE INDEX "_laureates_v_version_same_as_version_same_as_wikidata_idx" ON "_laureates_v" USING btree ("version_same_as_wikidata");
  CREATE INDEX "_laureates_v_version_version_portrait_idx" ON "_laureates_v" USING btree ("version_portrait_id");
  CREATE INDEX "_laureates_v_version_version_import_key_idx" ON "_laureates_v" USING btree ("version_import_key");
  CREATE INDEX "_laureates_v_version_version_updated_at_idx" ON "_laureates_v" USING btree ("version_updated_at");
  CREATE INDEX "_laureates_v_version_version_created_at_idx" ON "_laureates_v" USING btree ("version_created_at");
  CREATE INDEX "_laureates_v_created_at_idx" ON "_laureates_v" USING btree ("created_at");
  CREATE INDEX "_laureates_v_updated_at_idx" ON "_laureates_v" USING btree ("updated_at");
  CREATE INDEX "_laureates_v_snapshot_idx" ON "_laureates_v" USING btree ("snapshot");
  CREATE INDEX "_laureates_v_published_locale_idx" ON "_laureates_v" USING btree ("published_locale");
  CREATE INDEX "_laureates_v_latest_idx" ON "_laureates_v" USING btree ("latest");
  CREATE INDEX "_laureates_v_version_version__status_idx" ON "_laureates_v_locales" USING btree ("version__status","_locale");
  CREATE UNIQUE INDEX "_laureates_v_locales_locale_parent_id_unique" ON "_laureates_v_locales" USING btree ("_locale","_parent_id");
  CREATE INDEX "biographies_admin_title_idx" ON "biographies" USING btree ("admin_title");
  CREATE INDEX "biographies_citation_idx" ON "biographies" USING btree ("citation_id");
  CREATE INDEX "biographies_updated_at_idx" ON "biographies" USING btree ("updated_at");
  CREATE INDEX "biographies_created_at_idx" ON "biographies" USING btree ("created_at");
  CREATE INDEX "biographies__status_idx" ON "biographies_locales" USING btree ("_status","_locale");
  CREATE UNIQUE INDEX "biographies_locales_locale_parent_id_unique" ON "biographies_locales" USING btree ("_locale","_parent_id");
  CREATE INDEX "_biographies_v_parent_idx" ON "_biographies_v" USING btree ("parent_id");
  CREATE INDEX "_biographies_v_version_version_admin_title_idx" ON "_biographies_v" USING btree ("version_admin_title");
  CREATE INDEX "_biographies_v_version_version_citation_idx" ON "_biographies_v" USING btree ("version_citation_id");
  CREATE INDEX "_biographies_v_version_version_updated_at_idx" ON "_biographies_v" USING btree ("version_updated_at");
  CREATE INDEX "_biographies_v_version_version_created_at_idx" ON "_biographies_v" USING btree ("version_created_at");
  CREATE INDEX "_biographies_v_created_at_idx" ON "_biographies_v" USING btree ("created_at");
  CREATE INDEX "_biographies_v_updated_at_idx" ON "_biographies_v" USING btree ("updated_at");
  CREATE INDEX "_biographies_v_snapshot_idx" ON "_biographies_v" USING btree ("snapshot");
  CREATE INDEX "_biographies_v_published_locale_idx" ON "_biographies_v" USING btree ("published_locale");
  CREATE INDEX "_biographies_v_latest_idx" ON "_biographies_v" USING btree ("latest");
  CREATE INDEX "_biographies_v_version_version__status_idx" ON "_biographies_v_locales" USING btree ("version__status","_locale");
  CREATE UNIQUE INDEX "_biographies_v_locales_locale_parent_id_unique" ON "_biographies_v_locales" USING btree ("_locale","_parent_id");
  CREATE INDEX "press_releases_admin_title_idx" ON "press_releases" USING btree ("admin_title");
  CREATE INDEX "press_releases_slug_idx" ON "press_releases" USING btree ("slug");
  CREATE INDEX "press_releases_edition_idx" ON "press_releases" USING btree ("edition_id");
  CREATE INDEX "press_releases_corrects_idx" ON "press_releases" USING btree ("corrects_id");
  CREATE INDEX "press_releases_updated_at_idx" ON "press_releases" USING btree ("updated_at");
  CREATE INDEX "press_releases_created_at_idx" ON "press_releases" USING btree ("created_at");
  CREATE INDEX "press_releases__status_idx" ON "press_releases_locales" USING btree ("_status","_locale");
  CREATE UNIQUE INDEX "press_releases_locales_locale_parent_id_unique" ON "press_releases_locales" USING btree ("_locale","_parent_id");
  CREATE INDEX "press_releases_rels_order_idx" ON "press_releases_rels" USING btree ("order");
  CREATE INDEX "press_releases_rels_parent_idx" ON "press_releases_rels" USING btree ("parent_id");
  CREATE INDEX "press_releases_rels_path_idx" ON "press_releases_rels" USING btree ("path");
  CREATE INDEX "press_releases_rels_citations_id_idx" ON "press_releases_rels" USING btree ("citations_id");
  CREATE INDEX "press_releases_rels_press_contacts_id_idx" ON "press_releases_rels" USING btree ("press_contacts_id");
  CREATE INDEX "press_releases_rels_media_id_idx" ON "press_releases_rels" USING btree ("media_id");
  CREATE INDEX "_press_releases_v_parent_idx" ON "_press_releases_v" USING btree ("parent_id");
  CREATE INDEX "_press_releases_v_version_version_admin_title_idx" ON "_press_releases_v" USING btree ("version_admin_title");
  CREATE INDEX "_press_releases_v_version_version_slug_idx" ON "_press_releases_v" USING btree ("version_slug");
  CREATE INDEX "_press_releases_v_version_version_edition_idx" ON "_press_releases_v" USING btree ("version_edition_id");
  CREATE INDEX "_press_releases_v_version_version_corrects_idx" ON "_press_releases_v" USING btree ("version_corrects_id");
  CREATE INDEX "_press_releases_v_version_version_updated_at_idx" ON "_press_releases_v" USING btree ("version_updated_at");
  CREATE INDEX "_press_releases_v_version_version_created_at_idx" ON "_press_releases_v" USING btree ("version_created_at");
  CREATE INDEX "_press_releases_v_created_at_idx" ON "_press_releases_v" USING btree ("created_at");
  CREATE INDEX "_press_releases_v_updated_at_idx" ON "_press_releases_v" USING btree ("updated_at");
  CREATE INDEX "_press_releases_v_snapshot_idx" ON "_press_releases_v" USING btree ("snapshot");
  CREATE INDEX "_press_releases_v_published_locale_idx" ON "_press_releases_v" USING btree ("published_locale");
  CREATE INDEX "_press_releases_v_latest_idx" ON "_press_releases_v" USING btree ("latest");
  CREATE INDEX "_press_releases_v_version_version__status_idx" ON "_press_releases_v_locales" USING btree ("version__status","_locale");
  CREATE UNIQUE INDEX "_press_releases_v_locales_locale_parent_id_unique" ON "_press_releases_v_locales" USING btree ("_locale","_parent_id");
  CREATE INDEX "_press_releases_v_rels_order_idx" ON "_press_releases_v_rels" USING btree ("order");
  CREATE INDEX "_press_releases_v_rels_parent_idx" ON "_press_releases_v_rels" USING btree ("parent_id");
  CREATE INDEX "_press_releases_v_rels_path_idx" ON "_press_releases_v_rels" USING btree ("path");
  CREATE INDEX "_press_releases_v_rels_citations_id_idx" ON "_press_releases_v_rels" USING btree ("citations_id");
  CREATE INDEX "_press_releases_v_rels_press_contacts_id_idx" ON "_press_releases_v_rels" USING btree ("press_contacts_id");
  CREATE INDEX "_press_releases_v_rels_media_id_idx" ON "_press_releases_v_rels" USING btree ("media_id");
  CREATE INDEX "press_contacts_admin_title_idx" ON "press_contacts" USING btree ("admin_title");
  CREATE INDEX "press_contacts_updated_at_idx" ON "press_contacts" USING btree ("updated_at");
  CREATE INDEX "press_contacts_created_at_idx" ON "press_contacts" USING btree ("created_at");
  CREATE INDEX "press_contacts__status_idx" ON "press_contacts_locales" USING btree ("_status","_locale");
  CREATE UNIQUE INDEX "press_contacts_locales_locale_parent_id_unique" ON "press_contacts_locales" USING btree ("_locale","_parent_id");
  CREATE INDEX "press_contacts_texts_order_parent" ON "press_contacts_texts" USING btree ("order","parent_id");
  CREATE INDEX "_press_contacts_v_parent_idx" ON "_press_contacts_v" USING btree ("parent_id");
  CREATE INDEX "_press_contacts_v_version_version_admin_title_idx" ON "_press_contacts_v" USING btree ("version_admin_title");
  CREATE INDEX "_press_contacts_v_version_version_updated_at_idx" ON "_press_contacts_v" USING btree ("version_updated_at");
  CREATE INDEX "_press_contacts_v_version_version_created_at_idx" ON "_press_contacts_v" USING btree ("version_created_at");
  CREATE INDEX "_press_contacts_v_created_at_idx" ON "_press_contacts_v" USING btree ("created_at");
  CREATE INDEX "_press_contacts_v_updated_at_idx" ON "_press_contacts_v" USING btree ("updated_at");
  CREATE INDEX "_press_contacts_v_snapshot_idx" ON "_press_contacts_v" USING btree ("snapshot");
  CREATE INDEX "_press_contacts_v_published_locale_idx" ON "_press_contacts_v" USING btree ("published_locale");
  CREATE INDEX "_press_contacts_v_latest_idx" ON "_press_contacts_v" USING btree ("latest");
  CREATE INDEX "_press_contacts_v_version_version__status_idx" ON "_press_contacts_v_locales" USING btree ("version__status","_locale");
  CREATE UNIQUE INDEX "_press_contacts_v_locales_locale_parent_id_unique" ON "_press_contacts_v_locales" USING btree ("_locale","_parent_id");
  CREATE INDEX "_press_contacts_v_texts_order_parent" ON "_press_contacts_v_texts" USING btree ("order","parent_id");
  CREATE INDEX "media_admin_title_idx" ON "media" USING btree ("admin_title");
  CREATE INDEX "media_updated_at_idx" ON "media" USING btree ("updated_at");
  CREATE INDEX "media_created_at_idx" ON "media" USING btree ("created_at");
  CREATE UNIQUE INDEX "media_filename_idx" ON "media" USING btree ("filename");
  CREATE INDEX "media__status_idx" ON "media_locales" USING btree ("_status","_locale");
  CREATE UNIQUE INDEX "media_locales_locale_parent_id_unique" ON "media_locales" USING btree ("_locale","_parent_id");
  CREATE INDEX "media_rels_order_idx" ON "media_rels" USING btree ("order");
  CREATE INDEX "media_rels_parent_idx" ON "media_rels" USING btree ("parent_id");
  CREATE INDEX "media_rels_path_idx" ON "media_rels" USING btree ("path");
  CREATE INDEX "media_rels_laureates_id_idx" ON "media_rels" USING btree ("laureates_id");
  CREATE INDEX "_media_v_parent_idx" ON "_media_v" USING btree ("parent_id");
  CREATE INDEX "_media_v_version_version_admin_title_idx" ON "_media_v" USING btree ("version_admin_title");
  CREATE INDEX "_media_v_version_version_updated_at_idx" ON "_media_v" USING btree ("version_updated_at");
  CREATE INDEX "_media_v_version_version_created_at_idx" ON "_media_v" USING btree ("version_created_at");
  CREATE INDEX "_media_v_version_version_filename_idx" ON "_media_v" USING btree ("version_filename");
  CREATE INDEX "_media_v_created_at_idx" ON "_media_v" USING btree ("created_at");
  CREATE INDEX "_media_v_updated_at_idx" ON "_media_v" USING btree ("updated_at");
  CREATE INDEX "_media_v_snapshot_idx" ON "_media_v" USING btree ("snapshot");
  CREATE INDEX "_media_v_published_locale_idx" ON "_media_v" USING btree ("published_locale");
  CREATE INDEX "_media_v_latest_idx" ON "_media_v" USING btree ("latest");
  CREATE INDEX "_media_v_version_version__status_idx" ON "_media_v_locales" USING btree ("version__status","_locale");
  CREATE UNIQUE INDEX "_media_v_locales_locale_parent_id_unique" ON "_media_v_locales" USING btree ("_locale","_parent_id");
  CREATE INDEX "_media_v_rels_order_idx" ON "_media_v_rels" USING btree ("order");
  CREATE INDEX "_media_v_rels_parent_idx" ON "_media_v_rels" USING btree ("parent_id");
  CREATE INDEX "_media_v_rels_path_idx" ON "_media_v_rels" USING btree ("path");
  CREATE INDEX "_media_v_rels_laureates_id_idx" ON "_media_v_rels" USING btree ("laureates_id");
  CREATE INDEX "prizes_admin_title_idx" ON "prizes" USING btree ("admin_title");
  CREATE INDEX "prizes_slug_idx" ON "prizes" USING btree ("slug");
  CREATE INDEX "prizes_updated_at_idx" ON "prizes" USING btree ("updated_at");
  CREATE INDEX "prizes_created_at_idx" ON "prizes" USING btree ("created_at");
  CREATE INDEX "prizes__status_idx" ON "prizes_locales" USING btree ("_status","_locale");
  CREATE UNIQUE INDEX "prizes_locales_locale_parent_id_unique" ON "prizes_locales" USING btree ("_locale","_parent_id");
  CREATE INDEX "_prizes_v_parent_idx" ON "_prizes_v" USING btree ("parent_id");
  CREATE INDEX "_prizes_v_version_version_admin_title_idx" ON "_prizes_v" USING btree ("version_admin_title");
  CREATE INDEX "_prizes_v_version_version_slug_idx" ON "_prizes_v" USING btree ("version_slug");
  CREATE INDEX "_prizes_v_version_version_updated_at_idx" ON "_prizes_v" USING btree ("version_updated_at");
  CREATE INDEX "_prizes_v_version_version_created_at_idx" ON "_prizes_v" USING btree ("version_created_at");
  CREATE INDEX "_prizes_v_created_at_idx" ON "_prizes_v" USING btree ("created_at");
  CREATE INDEX "_prizes_v_updated_at_idx" ON "_prizes_v" USING btree ("updated_at");
  CREATE INDEX "_prizes_v_snapshot_idx" ON "_prizes_v" USING btree ("snapshot");
  CREATE INDEX "_prizes_v_published_locale_idx" ON "_prizes_v" USING btree ("published_locale");
  CREATE INDEX "_prizes_v_latest_idx" ON "_prizes_v" USING btree ("latest");
  CREATE INDEX "_prizes_v_version_version__status_idx" ON "_prizes_v_locales" USING btree ("version__status","_locale");
  CREATE UNIQUE INDEX "_prizes_v_locales_locale_parent_id_unique" ON "_prizes_v_locales" USING btree ("_locale","_parent_id");
  CREATE INDEX "glossary_terms_admin_title_idx" ON "glossary_terms" USING btree ("admin_title");
  CREATE INDEX "glossary_terms_updated_at_idx" ON "glossary_terms" USING btree ("updated_at");
  CREATE INDEX "glossary_terms_created_at_idx" ON "glossary_terms" USING btree ("created_at");
  CREATE INDEX "glossary_terms__status_idx" ON "glossary_terms_locales" USING btree ("_status","_locale");
  CREATE UNIQUE INDEX "glossary_terms_locales_locale_parent_id_unique" ON "glossary_terms_locales" USING btree ("_locale","_parent_id");
  CREATE INDEX "_glossary_terms_v_parent_idx" ON "_glossary_terms_v" USING btree ("parent_id");
  CREATE INDEX "_glossary_terms_v_version_version_admin_title_idx" ON "_glossary_terms_v" USING btree ("version_admin_title");
  CREATE INDEX "_glossary_terms_v_version_version_updated_at_idx" ON "_glossary_terms_v" USING btree ("version_updated_at");
  CREATE INDEX "_glossary_terms_v_version_version_created_at_idx" ON "_glossary_terms_v" USING btree ("version_created_at");
  CREATE INDEX "_glossary_terms_v_created_at_idx" ON "_glossary_terms_v" USING btree ("created_at");
  CREATE INDEX "_glossary_terms_v_updated_at_idx" ON "_glossary_terms_v" USING btree ("updated_at");
  CREATE INDEX "_glossary_terms_v_snapshot_idx" ON "_glossary_terms_v" USING btree ("snapshot");
  CREATE INDEX "_glossary_terms_v_published_locale_idx" ON "_glossary_terms_v" USING btree ("published_locale");
  CREATE INDEX "_glossary_terms_v_latest_idx" ON "_glossary_terms_v" USING btree ("latest");
  CREATE INDEX "_glossary_terms_v_version_version__status_idx" ON "_glossary_terms_v_locales" USING btree ("version__status","_locale");
  CREATE UNIQUE INDEX "_glossary_terms_v_locales_locale_parent_id_unique" ON "_glossary_terms_v_locales" USING btree ("_locale","_parent_id");
  CREATE INDEX "users_roles_order_idx" ON "users_roles" USING btree ("order");
  CREATE INDEX "users_roles_parent_idx" ON "users_roles" USING btree ("parent_id");
  CREATE INDEX "users_sessions_order_idx" ON "users_sessions" USING btree ("_order");
  CREATE INDEX "users_sessions_parent_id_idx" ON "users_sessions" USING btree ("_parent_id");
  CREATE INDEX "users_updated_at_idx" ON "users" USING btree ("updated_at");
  CREATE INDEX "users_created_at_idx" ON "users" USING btree ("created_at");
  CREATE UNIQUE INDEX "users_email_idx" ON "users" USING btree ("email");
  CREATE INDEX "users_texts_order_parent" ON "users_texts" USING btree ("order","parent_id");
  CREATE INDEX "users_rels_order_idx" ON "users_rels" USING btree ("order");
  CREATE INDEX "users_rels_parent_idx" ON "users_rels" USING btree ("parent_id");
  CREATE INDEX "users_rels_path_idx" ON "users_rels" USING btree ("path");
  CREATE INDEX "users_rels_editions_id_idx" ON "users_rels" USING btree ("editions_id");
  CREATE INDEX "releases_items_order_idx" ON "releases_items" USING btree ("_order");
  CREATE INDEX "releases_items_parent_id_idx" ON "releases_items" USING btree ("_parent_id");
  CREATE INDEX "releases_updated_at_idx" ON "releases" USING btree ("updated_at");
  CREATE INDEX "releases_created_at_idx" ON "releases" USING btree ("created_at");
  CREATE INDEX "webhook_endpoints_events_order_idx" ON "webhook_endpoints_events" USING btree ("order");
  CREATE INDEX "webhook_endpoints_events_parent_idx" ON "webhook_endpoints_events" USING btree ("parent_id");
  CREATE INDEX "webhook_endpoints_updated_at_idx" ON "webhook_endpoints" USING btree ("updated_at");
  CREATE INDEX "webhook_endpoints_created_at_idx" ON "webhook_endpoints" USING btree ("created_at");
  CREATE UNIQUE INDEX "payload_kv_key_idx" ON "payload_kv" USING btree ("key");
  CREATE INDEX "payload_preferences_key_idx" ON "payload_preferences" USING btree ("key");
  CREATE INDEX "payload_preferences_updated_at_idx" ON "payload_preferences" USING btree ("updated_at");
  CREATE INDEX "payload_preferences_created_at_idx" ON "payload_preferences" USING btree ("created_at");
  CREATE INDEX "payload_preferences_rels_order_idx" ON "payload_preferences_rels" USING btree ("order");
  CREATE INDEX "payload_preferences_rels_parent_idx" ON "payload_preferences_rels" USING btree ("parent_id");
  CREATE INDEX "payload_preferences_rels_path_idx" ON "payload_preferences_rels" USING btree ("path");
  CREATE INDEX "payload_preferences_rels_users_id_idx" ON "payload_preferences_rels" USING btree ("users_id");
  CREATE INDEX "payload_migrations_updated_at_idx" ON "payload_migrations" USING btree ("updated_at");
  CREATE INDEX "payload_migrations_created_at_idx" ON "payload_migrations" USING btree ("created_at");`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   DROP TABLE "editions" CASCADE;
  DROP TABLE "editions_locales" CASCADE;
  DROP TABLE "editions_rels" CASCADE;
  DROP TABLE "_editions_v" CASCADE;
  DROP TABLE "_editions_v_locales" CASCADE;
  DROP TABLE "_editions_v_rels" CASCADE;
  DROP TABLE "citations" CASCADE;
  DROP TABLE "citations_locales" CASCADE;
  DROP TABLE "citations_texts" CASCADE;
  DROP TABLE "citations_rels" CASCADE;
  DROP TABLE "_citations_v" CASCADE;
  DROP TABLE "_citations_v_locales" CASCADE;
  DROP TABLE "_citations_v_texts" CASCADE;
  DROP TABLE "_citations_v_rels" CASCADE;
  DROP TABLE "laureates_variants" CASCADE;
  DROP TABLE "laureates" CASCADE;
  DROP TABLE "laureates_locales" CASCADE;
  DROP TABLE "_laureates_v_version_variants" CASCADE;
  DROP TABLE "_laureates_v" CASCADE;
  DROP TABLE "_laureates_v_locales" CASCADE;
  DROP TABLE "biographies" CASCADE;
  DROP TABLE "biographies_locales" CASCADE;
  DROP TABLE "_biographies_v" CASCADE;
  DROP TABLE "_biographies_v_locales" CASCADE;
  DROP TABLE "press_releases" CASCADE;
  DROP TABLE "press_releases_locales" CASCADE;
  DROP TABLE "press_releases_rels" CASCADE;
  DROP TABLE "_press_releases_v" CASCADE;
  DROP TABLE "_press_releases_v_locales" CASCADE;
  DROP TABLE "_press_releases_v_rels" CASCADE;
  DROP TABLE "press_contacts" CASCADE;
  DROP TABLE "press_contacts_locales" CASCADE;
  DROP TABLE "press_contacts_texts" CASCADE;
  DROP TABLE "_press_contacts_v" CASCADE;
  DROP TABLE "_press_contacts_v_locales" CASCADE;
  DROP TABLE "_press_contacts_v_texts" CASCADE;
  DROP TABLE "media" CASCADE;
  DROP TABLE "media_locales" CASCADE;
  DROP TABLE "media_rels" CASCADE;
  DROP TABLE "_media_v" CASCADE;
  DROP TABLE "_media_v_locales" CASCADE;
  DROP TABLE "_media_v_rels" CASCADE;
  DROP TABLE "prizes" CASCADE;
  DROP TABLE "prizes_locales" CASCADE;
  DROP TABLE "_prizes_v" CASCADE;
  DROP TABLE "_prizes_v_locales" CASCADE;
  DROP TABLE "glossary_terms" CASCADE;
  DROP TABLE "glossary_terms_locales" CASCADE;
  DROP TABLE "_glossary_terms_v" CASCADE;
  DROP TABLE "_glossary_terms_v_locales" CASCADE;
  DROP TABLE "users_roles" CASCADE;
  DROP TABLE "users_sessions" CASCADE;
  DROP TABLE "users" CASCADE;
  DROP TABLE "users_texts" CASCADE;
  DROP TABLE "users_rels" CASCADE;
  DROP TABLE "releases_items" CASCADE;
  DROP TABLE "releases" CASCADE;
  DROP TABLE "webhook_endpoints_events" CASCADE;
  DROP TABLE "webhook_endpoints" CASCADE;
  DROP TABLE "payload_kv" CASCADE;
  DROP TABLE "payload_preferences" CASCADE;
  DROP TABLE "payload_preferences_rels" CASCADE;
  DROP TABLE "payload_migrations" CASCADE;
  DROP TYPE "public"."_locales";
  DROP TYPE "public"."edition_state";
  DROP TYPE "public"."enum_editions_status";
  DROP TYPE "public"."enum__editions_v_published_locale";
  DROP TYPE "public"."enum__editions_v_version_status";
  DROP TYPE "public"."enum_citations_award_type";
  DROP TYPE "public"."award_outcome";
  DROP TYPE "public"."enum_citations_status";
  DROP TYPE "public"."enum__citations_v_version_award_type";
  DROP TYPE "public"."enum__citations_v_published_locale";
  DROP TYPE "public"."enum__citations_v_version_status";
  DROP TYPE "public"."enum_laureates_kind";
  DROP TYPE "public"."enum_laureates_status";
  DROP TYPE "public"."enum__laureates_v_version_kind";
  DROP TYPE "public"."enum__laureates_v_published_locale";
  DROP TYPE "public"."enum__laureates_v_version_status";
  DROP TYPE "public"."enum_biographies_status";
  DROP TYPE "public"."enum__biographies_v_published_locale";
  DROP TYPE "public"."enum__biographies_v_version_status";
  DROP TYPE "public"."enum_press_releases_type";
  DROP TYPE "public"."enum_press_releases_status";
  DROP TYPE "public"."enum__press_releases_v_version_type";
  DROP TYPE "public"."enum__press_releases_v_published_locale";
  DROP TYPE "public"."enum__press_releases_v_version_status";
  DROP TYPE "public"."enum_press_contacts_desk";
  DROP TYPE "public"."enum_press_contacts_status";
  DROP TYPE "public"."enum__press_contacts_v_version_desk";
  DROP TYPE "public"."enum__press_contacts_v_published_locale";
  DROP TYPE "public"."enum__press_contacts_v_version_status";
  DROP TYPE "public"."enum_media_status";
  DROP TYPE "public"."enum__media_v_published_locale";
  DROP TYPE "public"."enum__media_v_version_status";
  DROP TYPE "public"."enum_prizes_status";
  DROP TYPE "public"."enum__prizes_v_published_locale";
  DROP TYPE "public"."enum__prizes_v_version_status";
  DROP TYPE "public"."enum_glossary_terms_status";
  DROP TYPE "public"."enum__glossary_terms_v_published_locale";
  DROP TYPE "public"."enum__glossary_terms_v_version_status";
  DROP TYPE "public"."enum_users_roles";
  DROP TYPE "public"."enum_releases_items_action";
  DROP TYPE "public"."enum_releases_state";
  DROP TYPE "public"."enum_releases_mode";
  DROP TYPE "public"."enum_webhook_endpoints_events";`)
}
