import type { Client, Session, SignIn, SignUp, User } from './instance.ts';

const DAY_MS = 86_400_000;

export function userResource({ id, email, createdAt }: User) {
  return {
    object: 'user',
    id,
    ...nobodysName,
    username: null,
    primary_email_address_id: `idn_${id}`,
    primary_phone_number_id: null,
    primary_web3_wallet_id: null,
    password_enabled: true,
    two_factor_enabled: false,
    totp_enabled: false,
    backup_code_enabled: false,
    email_addresses: [
      {
        id: `idn_${id}`,
        object: 'email_address',
        email_address: email,
        verification: { status: 'verified', strategy: 'password', attempts: null, expire_at: null },
        linked_to: [],
        reserved: false,
      },
    ],
    phone_numbers: [],
    web3_wallets: [],
    passkeys: [],
    external_accounts: [],
    enterprise_accounts: [],
    saml_accounts: [],
    organization_memberships: [],
    public_metadata: {},
    unsafe_metadata: {},
    banned: false,
    locked: false,
    created_at: createdAt,
    updated_at: createdAt,
    last_sign_in_at: createdAt,
    create_organization_enabled: false,
    delete_self_enabled: true,
  };
}

export function sessionResource({ id, user, createdAt }: Session, token: string) {
  return {
    object: 'session',
    id,
    status: 'active',
    expire_at: createdAt + 7 * DAY_MS,
    abandon_at: createdAt + 30 * DAY_MS,
    last_active_at: Date.now(),
    last_active_organization_id: null,
    actor: null,
    tasks: [],
    factor_verification_age: [0, -1],
    user: userResource(user),
    public_user_data: { identifier: user.email, ...nobodysName, user_id: user.id },
    created_at: createdAt,
    updated_at: Date.now(),
    last_active_token: tokenResource(token),
  };
}

export function tokenResource(jwt: string) {
  return { object: 'token', jwt };
}

export function signInResource({ id, identifier, sessionId }: SignIn) {
  return {
    object: 'sign_in',
    id,
    status: signInStatus({ identifier, sessionId }),
    supported_identifiers: ['email_address'],
    supported_first_factors: [{ strategy: 'password' }],
    supported_second_factors: null,
    first_factor_verification: null,
    second_factor_verification: null,
    identifier,
    user_data: identifier === null ? null : nobodysName,
    created_session_id: sessionId,
    created_user_id: null,
    abandon_at: Date.now() + DAY_MS,
    client_trust_state: null,
  };
}

export function signUpResource({ id, email, userId, sessionId }: SignUp) {
  return {
    object: 'sign_up',
    id,
    status: 'complete',
    required_fields: ['email_address', 'password'],
    optional_fields: [],
    missing_fields: [],
    unverified_fields: [],
    verifications: { email_address: null, phone_number: null, web3_wallet: null, external_account: null },
    username: null,
    first_name: null,
    last_name: null,
    email_address: email,
    phone_number: null,
    has_password: true,
    unsafe_metadata: {},
    created_session_id: sessionId,
    created_user_id: userId,
    abandon_at: Date.now() + DAY_MS,
    legal_accepted_at: null,
  };
}

export function clientResource(
  { id, session, signIn, signUp, createdAt }: Client,
  tokenOf: (session: Session) => string,
) {
  return {
    object: 'client',
    id,
    sessions: session ? [sessionResource(session, tokenOf(session))] : [],
    sign_in: signIn && signInResource(signIn),
    sign_up: signUp && signUpResource(signUp),
    last_active_session_id: session?.id ?? null,
    cookie_expires_at: null,
    captcha_bypass: true,
    last_authentication_strategy: null,
    created_at: createdAt,
    updated_at: Date.now(),
  };
}

const nobodysName = { first_name: null, last_name: null, image_url: '', has_image: false };

function signInStatus({ identifier, sessionId }: Pick<SignIn, 'identifier' | 'sessionId'>): string {
  if (sessionId !== null) return 'complete';
  return identifier === null ? 'needs_identifier' : 'needs_first_factor';
}
