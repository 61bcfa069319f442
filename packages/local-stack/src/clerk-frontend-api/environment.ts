import { displayConfig } from './display-config.ts';
import { userSettings } from './user-settings.ts';

/** The settings of an instance where people sign in and up with an email and a password, and nothing else. */
export function environmentResource(origin: string) {
  return {
    object: 'environment',
    id: 'env_stand_in',
    maintenance_mode: false,
    client_debug_mode: false,
    protect_config: { object: 'protect_config', id: 'protect_stand_in' },
    auth_config: {
      object: 'auth_config',
      id: 'auth_stand_in',
      single_session_mode: true,
      claimed_at: null,
      reverification: true,
      url_based_session_syncing: false,
      preferred_channels: null,
    },
    display_config: displayConfig(origin),
    user_settings: userSettings(),
    organization_settings: {
      enabled: false,
      max_allowed_memberships: 5,
      force_organization_selection: false,
      actions: { admin_delete: true },
      domains: { enabled: false, enrollment_modes: [], default_role: null },
      slug: { disabled: true },
      organization_creation_defaults: { enabled: false },
    },
    commerce_settings: {
      object: 'commerce_settings',
      id: 'commerce_stand_in',
      billing: {
        stripe_publishable_key: null,
        organization: { enabled: false, has_paid_plans: false },
        user: { enabled: false, has_paid_plans: false },
      },
    },
    api_keys_settings: {
      object: 'api_keys_settings',
      id: 'api_keys_stand_in',
      enabled: false,
      user_api_keys_enabled: false,
      orgs_api_keys_enabled: false,
    },
  };
}
