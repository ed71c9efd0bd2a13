import * as migration_20261122_184536_initial from './20261122_184536_initial'
import * as migration_20261122_185000_published from './20261122_185000_published'
import * as migration_20261122_190000_intake from './20261122_190000_intake'
import * as migration_20261129_005948_review_rights from './20261129_005948_review_rights'
import * as migration_20261129_100000_editorial from './20261129_100000_editorial'
import * as migration_20261129_110000_audit from './20261129_110000_audit'
import * as migration_20261129_120000_sign_in from './20261129_120000_sign_in'
import * as migration_20261129_130000_presence from './20261129_130000_presence'
import * as migration_20261129_140000_review from './20261129_140000_review'
import * as migration_20261129_150000_approved_words from './20261129_150000_approved_words'
import * as migration_20261129_150500_translation_state from './20261129_150500_translation_state'
import * as migration_20261129_160000_published_guards from './20261129_160000_published_guards'
import * as migration_20261129_180000_search from './20261129_180000_search'
import * as migration_20261129_200000_withdrawn_approvals from './20261129_200000_withdrawn_approvals'
import * as migration_20261129_210000_media_renditions from './20261129_210000_media_renditions'
import * as migration_20261129_211000_public_files from './20261129_211000_public_files'
import * as migration_20261129_220000_hold from './20261129_220000_hold'
import * as migration_20261129_221000_webhooks from './20261129_221000_webhooks'
import * as migration_20261129_230000_without_webhook_endpoints from './20261129_230000_without_webhook_endpoints'
import * as migration_20261129_232000_heartbeat from './20261129_232000_heartbeat'
import * as migration_20261129_241000_embargo from './20261129_241000_embargo'
import * as migration_20261129_242000_dropped_messages from './20261129_242000_dropped_messages'
import * as migration_20261129_243000_desk_heartbeat from './20261129_243000_desk_heartbeat'

export const migrations = [
  {
    up: migration_20261122_184536_initial.up,
    down: migration_20261122_184536_initial.down,
    name: '20261122_184536_initial',
  },
  {
    up: migration_20261122_185000_published.up,
    down: migration_20261122_185000_published.down,
    name: '20261122_185000_published',
  },
  {
    up: migration_20261122_190000_intake.up,
    down: migration_20261122_190000_intake.down,
    name: '20261122_190000_intake',
  },
  {
    up: migration_20261129_005948_review_rights.up,
    down: migration_20261129_005948_review_rights.down,
    name: '20261129_005948_review_rights',
  },
  {
    up: migration_20261129_100000_editorial.up,
    down: migration_20261129_100000_editorial.down,
    name: '20261129_100000_editorial',
  },
  {
    up: migration_20261129_110000_audit.up,
    down: migration_20261129_110000_audit.down,
    name: '20261129_110000_audit',
  },
  {
    up: migration_20261129_120000_sign_in.up,
    down: migration_20261129_120000_sign_in.down,
    name: '20261129_120000_sign_in',
  },
  {
    up: migration_20261129_130000_presence.up,
    down: migration_20261129_130000_presence.down,
    name: '20261129_130000_presence',
  },
  {
    up: migration_20261129_140000_review.up,
    down: migration_20261129_140000_review.down,
    name: '20261129_140000_review',
  },
  {
    up: migration_20261129_150000_approved_words.up,
    down: migration_20261129_150000_approved_words.down,
    name: '20261129_150000_approved_words',
  },
  {
    up: migration_20261129_150500_translation_state.up,
    down: migration_20261129_150500_translation_state.down,
    name: '20261129_150500_translation_state',
  },
  {
    up: migration_20261129_160000_published_guards.up,
    down: migration_20261129_160000_published_guards.down,
    name: '20261129_160000_published_guards',
  },
  {
    up: migration_20261129_180000_search.up,
    down: migration_20261129_180000_search.down,
    name: '20261129_180000_search',
  },
  {
    up: migration_20261129_200000_withdrawn_approvals.up,
    down: migration_20261129_200000_withdrawn_approvals.down,
    name: '20261129_200000_withdrawn_approvals',
  },
  {
    up: migration_20261129_210000_media_renditions.up,
    down: migration_20261129_210000_media_renditions.down,
    name: '20261129_210000_media_renditions',
  },
  {
    up: migration_20261129_211000_public_files.up,
    down: migration_20261129_211000_public_files.down,
    name: '20261129_211000_public_files',
  },
  {
    up: migration_20261129_220000_hold.up,
    down: migration_20261129_220000_hold.down,
    name: '20261129_220000_hold',
  },
  {
    up: migration_20261129_221000_webhooks.up,
    down: migration_20261129_221000_webhooks.down,
    name: '20261129_221000_webhooks',
  },
  {
    up: migration_20261129_230000_without_webhook_endpoints.up,
    down: migration_20261129_230000_without_webhook_endpoints.down,
    name: '20261129_230000_without_webhook_endpoints',
  },
  {
    up: migration_20261129_232000_heartbeat.up,
    down: migration_20261129_232000_heartbeat.down,
    name: '20261129_232000_heartbeat',
  },
  {
    up: migration_20261129_241000_embargo.up,
    down: migration_20261129_241000_embargo.down,
    name: '20261129_241000_embargo',
  },
  {
    up: migration_20261129_242000_dropped_messages.up,
    down: migration_20261129_242000_dropped_messages.down,
    name: '20261129_242000_dropped_messages',
  },
  {
    up: migration_20261129_243000_desk_heartbeat.up,
    down: migration_20261129_243000_desk_heartbeat.down,
    name: '20261129_243000_desk_heartbeat',
  },
]
