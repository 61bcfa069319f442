/** An email and a password, of at least 8 characters, and nothing else. */
export function userSettings() {
  return {
    attributes: {
      email_address: attribute({ enabled: true, required: true, used_for_first_factor: true }),
      password: attribute({ enabled: true, required: true }),
      phone_number: attribute(),
      username: attribute(),
      web3_wallet: attribute(),
      first_name: attribute(),
      last_name: attribute(),
      authenticator_app: attribute(),
      ticket: attribute({ enabled: true }),
      backup_code: attribute(),
      passkey: attribute(),
    },
    actions: { delete_self: true, create_organization: false, create_organizations_limit: null },
    social: {},
    saml: { enabled: false },
    enterprise_sso: { enabled: false },
    sign_in: { second_factor: { required: false } },
    sign_up: {
      captcha_enabled: false,
      captcha_widget_type: null,
      custom_action_required: false,
      progressive: true,
      mode: 'public',
      legal_consent_enabled: false,
      mfa: { required: false },
    },
    password_settings: {
      disable_hibp: true,
      min_length: 8,
      max_length: 72,
      require_special_char: false,
      require_numbers: false,
      require_uppercase: false,
      require_lowercase: false,
      show_zxcvbn: false,
      min_zxcvbn_strength: 0,
      enforce_hibp_on_sign_in: false,
      allowed_special_characters: '',
    },
    passkey_settings: { allow_autofill: false, show_sign_in_button: false },
    username_settings: { min_length: 4, max_length: 64 },
    attack_protection: {
      email_link: { require_same_client: false },
      enumeration_protection: { enabled: false },
    },
    restrictions: {},
  };
}

function attribute(changed: { enabled?: boolean; required?: boolean; used_for_first_factor?: boolean } = {}) {
  return {
    enabled: false,
    required: false,
    used_for_first_factor: false,
    first_factors: changed.used_for_first_factor ? ['email_code'] : [],
    used_for_second_factor: false,
    second_factors: [],
    verifications: [],
    verify_at_sign_up: false,
    immutable: false,
    ...changed,
  };
}
