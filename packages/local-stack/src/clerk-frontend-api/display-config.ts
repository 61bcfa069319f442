/** How the instance calls itself, and where its pages are: all in the app at `origin`. */
export function displayConfig(origin: string) {
  return {
    object: 'display_config',
    id: 'display_stand_in',
    instance_environment_type: 'production',
    application_name: 'Clerk stand-in',
    theme: theme(),
    preferred_sign_in_strategy: 'password',
    logo_image_url: '',
    favicon_image_url: '',
    home_url: origin,
    sign_in_url: `${origin}/sign-in`,
    sign_up_url: `${origin}/sign-up`,
    user_profile_url: origin,
    after_sign_in_url: origin,
    after_sign_up_url: origin,
    after_sign_out_one_url: origin,
    after_sign_out_all_url: origin,
    after_switch_session_url: origin,
    organization_profile_url: origin,
    create_organization_url: origin,
    after_leave_organization_url: origin,
    after_create_organization_url: origin,
    waitlist_url: origin,
    after_join_waitlist_url: origin,
    branded: false,
    captcha_public_key: null,
    captcha_widget_type: null,
    captcha_provider: null,
    captcha_oauth_bypass: [],
    captcha_heartbeat: false,
    support_email: null,
    show_devmode_warning: false,
    google_one_tap_client_id: null,
    terms_url: null,
    privacy_policy_url: null,
  };
}

function theme() {
  return {
    buttons: { font_color: '#fff', font_family: 'sans-serif', font_weight: '600' },
    general: {
      color: '#6c47ff',
      padding: '1em',
      box_shadow: '',
      font_color: '#151515',
      font_family: 'sans-serif',
      border_radius: '0.5em',
      background_color: '#fff',
      label_font_weight: '600',
    },
    accounts: { background_color: '#fff' },
  };
}
