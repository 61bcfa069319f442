import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { clerkSettings, frontendApiOrigin } from './clerk/clerk-variables.ts';
import { Environment, readEnvironment, simulatedParts } from './environment.ts';

const COMPLETE = {
  DATABASE_URL: 'https://user:password@db.example/resumint',
  SESSION_SECRET: 's'.repeat(32),
  LEDGER_SECRET: 'l'.repeat(32),
  APP_ORIGIN: 'https://resumint.example',
  OPENAI_API_KEY: 'sk-real',
};

const CLERK = {
  CLERK_PUBLISHABLE_KEY: `pk_live_${btoa('clerk.resumint.example$')}`,
  CLERK_SECRET_KEY: 'sk_live_1234',
  CLERK_JWT_KEY: '-----BEGIN PUBLIC KEY-----\nMIIB\n-----END PUBLIC KEY-----',
  CLERK_WEBHOOK_SECRET: `whsec_${btoa('0123456789abcdef01234567')}`,
};

/** What `npm start` reads beside the variables of this app. */
const READ_BY_START = ['DATA_DIRECTORY', 'PORT'];

describe('readEnvironment', () => {
  it('fills in what may be left out', () => {
    expect(readEnvironment(COMPLETE)).toEqual({
      ...COMPLETE,
      ALLOW_SIMULATED: [],
      HOLD_SECONDS: 120,
      CALLS_PER_SECOND: 20,
    });
  });

  it.each([
    { DATABASE_URL: 'mysql://root@127.0.0.1:3306/resumint' },
    { DATABASE_URL: 'http://user:password@127.0.0.1:3306' },
    { OPENAI_BASE_URL: 'http://127.0.0.1:4000/v1' },
    { HOLD_SECONDS: '1' },
    { HOLD_SECONDS: '900' },
    { ALLOW_SIMULATED: '' },
    { ALLOW_SIMULATED: 'model' },
    { ALLOW_SIMULATED: 'model,sign-in' },
    { ALLOW_SIMULATED: 'mail', MAIL_DIRECTORY: '/var/mail/resumint' },
    { SMTP_URL: 'smtps://user:password@mail.example', MAIL_FROM: 'Resumint <no-reply@resumint.example>' },
    { SMTP_URL: '', MAIL_FROM: '', MAIL_DIRECTORY: '', FOLLOWER_SECRET: '', GALLERY_FILE: '' },
    { GALLERY_FILE: '/var/lib/resumint/gallery.json' },
    { FOLLOWER_SECRET: 'f'.repeat(32) },
  ])('takes %o', (variables) => {
    expect(() => readEnvironment({ ...COMPLETE, ...variables })).not.toThrow();
  });

  it.each(Object.keys(COMPLETE))('refuses to go without %s, and names it', (name) => {
    expect(() => readEnvironment({ ...COMPLETE, [name]: undefined })).toThrow(name);
  });

  it.each([
    ['DATABASE_URL', 'postgres://127.0.0.1/resumint'],
    ['DATABASE_URL', 'resumint'],
    ['SESSION_SECRET', 's'.repeat(31)],
    ['LEDGER_SECRET', 'l'.repeat(31)],
    ['OPENAI_API_KEY', ''],
    ['OPENAI_BASE_URL', 'api.openai.com'],
    ['ALLOW_SIMULATED', 'model,payments'],
    ['SMTP_URL', 'https://mail.example'],
    ['MAIL_FROM', 'nobody'],
    ['FOLLOWER_SECRET', 'f'.repeat(31)],
    ['HOLD_SECONDS', '0'],
    ['HOLD_SECONDS', '901'],
    ['CALLS_PER_SECOND', '0'],
    ['HOLD_SECONDS', '1.5'],
    ['HOLD_SECONDS', 'two minutes'],
  ])('refuses %s=%s, and names it', (name, value) => {
    expect(() => readEnvironment({ ...COMPLETE, [name]: value })).toThrow(name);
  });

  it('refuses a mail server without a sender, and names what is missing', () => {
    expect(() => readEnvironment({ ...COMPLETE, SMTP_URL: 'smtps://mail.example' })).toThrow('MAIL_FROM');
  });

  it('names all that is wrong at once, and where to look', () => {
    const read = () => readEnvironment({});
    for (const name of [...Object.keys(COMPLETE), '.env.example']) expect(read).toThrow(name);
  });

  it('repeats no secret that it refuses', () => {
    const read = () => readEnvironment({ ...COMPLETE, SESSION_SECRET: 'too-short-a-secret' });
    expect(read).toThrow(/^(?!.*too-short-a-secret)/s);
  });
});

describe('the variables of Clerk', () => {
  it.each(Object.keys(CLERK))('refuses to go without %s where the others are set, and names it', (name) => {
    expect(() => readEnvironment({ ...COMPLETE, ...CLERK, [name]: '' })).toThrow(name);
  });

  it('refuses a gallery beside them', () => {
    const variables = { ...COMPLETE, ...CLERK, GALLERY_FILE: 'gallery.json' };
    expect(() => readEnvironment(variables)).toThrow('GALLERY_FILE');
    expect(() => readEnvironment({ ...variables, GALLERY_FILE: '' })).not.toThrow();
  });

  it('refuses the address of a proxy alone', () => {
    const variables = { ...COMPLETE, CLERK_PROXY_URL: 'https://resumint.example/clerk' };
    expect(() => readEnvironment(variables)).toThrow('CLERK_PUBLISHABLE_KEY');
  });

  it('takes all of them empty for sign-in with local accounts', () => {
    const empty = Object.fromEntries([...Object.keys(CLERK), 'CLERK_PROXY_URL'].map((name) => [name, '']));
    expect(clerkSettings(readEnvironment({ ...COMPLETE, ...empty }))).toBeNull();
  });

  it('takes a public key whose line ends are written out', () => {
    const { CLERK_JWT_KEY: pem } = CLERK;
    const read = readEnvironment({ ...COMPLETE, ...CLERK, CLERK_JWT_KEY: pem.replaceAll('\n', '\\n') });
    expect(clerkSettings(read)?.jwtKey).toBe(pem);
  });

  it.each([
    ['CLERK_PUBLISHABLE_KEY', 'pk_live_nobody'],
    ['CLERK_PUBLISHABLE_KEY', CLERK.CLERK_SECRET_KEY],
    ['CLERK_SECRET_KEY', CLERK.CLERK_PUBLISHABLE_KEY],
    ['CLERK_JWT_KEY', 'a key'],
    ['CLERK_WEBHOOK_SECRET', 'secret'],
    ['CLERK_PROXY_URL', '/clerk'],
  ])('refuses %s=%s, and names it', (name, value) => {
    expect(() => readEnvironment({ ...COMPLETE, ...CLERK, [name]: value })).toThrow(name);
  });

  it.each([
    [undefined, 'https://clerk.resumint.example'],
    ['https://proxy.example/clerk/', 'https://proxy.example'],
  ])('lets pages call the Frontend API, with a proxy at %s', (proxyUrl, origin) => {
    const settings = clerkSettings(readEnvironment({ ...COMPLETE, ...CLERK, CLERK_PROXY_URL: proxyUrl }));
    expect(settings && frontendApiOrigin(settings)).toBe(origin);
  });
});

describe('simulatedParts', () => {
  const partsOf = (variables: Record<string, string>) =>
    simulatedParts(readEnvironment({ ...COMPLETE, ...variables }));
  const simulatedModel = { OPENAI_API_KEY: 'sk-simulated-1' };

  it.each([
    { variables: { ALLOW_SIMULATED: 'sign-in' }, parts: ['sign-in'] },
    { variables: { ALLOW_SIMULATED: 'sign-in,model' }, parts: ['sign-in'] },
    { variables: { ...simulatedModel, ALLOW_SIMULATED: 'sign-in,model' }, parts: ['model', 'sign-in'] },
    { variables: { ...simulatedModel, ...CLERK, ALLOW_SIMULATED: 'model' }, parts: ['model'] },
    { variables: CLERK, parts: [] },
    { variables: { ...CLERK, MAIL_DIRECTORY: 'mail', ALLOW_SIMULATED: 'mail' }, parts: ['mail'] },
    {
      variables: {
        ...CLERK,
        MAIL_DIRECTORY: 'mail',
        SMTP_URL: 'smtps://mail.example',
        MAIL_FROM: 'a@b.example',
      },
      parts: [],
    },
  ])('tells what is simulated, not what would be allowed: $parts', ({ variables, parts }) => {
    expect(partsOf(variables)).toEqual(parts);
  });

  it.each([
    { variables: {}, part: 'sign-in' },
    { variables: { ALLOW_SIMULATED: 'model' }, part: 'sign-in' },
    { variables: simulatedModel, part: 'model' },
    { variables: { ...simulatedModel, ALLOW_SIMULATED: 'sign-in' }, part: 'model' },
    { variables: { ...simulatedModel, ALLOW_SIMULATED: 'model' }, part: 'sign-in' },
    { variables: { ...CLERK, MAIL_DIRECTORY: 'mail' }, part: 'mail' },
  ])('refuses a part that is not allowed by name: $part with $variables', ({ variables, part }) => {
    expect(() => partsOf(variables)).toThrow(new RegExp(`^${part} is simulated`));
  });
});

describe('.env.example', () => {
  const blocks = readExample();
  const assignments = blocks.flatMap(({ assignments: those }) => those);

  it('has every variable once, and no other', () => {
    const names = assignments.map(({ name }) => name).toSorted();
    expect(names).toEqual([...Object.keys(Environment.shape), ...READ_BY_START].toSorted());
  });

  it('explains each variable by a comment of its own', () => {
    for (const block of blocks) {
      expect(block).toMatchObject({ comment: expect.stringMatching(/\w/), assignments: [expect.anything()] });
    }
  });

  it('is a configuration once what it leaves empty is filled in', () => {
    const filled = assignments.filter(({ value }) => value !== '');
    const example = Object.fromEntries(filled.map(({ name, value }) => [name, value]));
    expect(readEnvironment({ ...COMPLETE, ...example })).toMatchObject({ HOLD_SECONDS: 120 });
  });
});

/** Paragraphs of comments and the assignments below them. One that assigns nothing speaks of the whole file. */
function readExample() {
  const text = readFileSync(join(import.meta.dirname, '../../../.env.example'), 'utf8');
  return text
    .split(/\n\s*\n/)
    .map((paragraph) => {
      const lines = paragraph.split('\n').filter((line) => line !== '');
      const comment = lines.filter((line) => line.startsWith('#')).join('\n');
      const assignments = lines.filter((line) => !line.startsWith('#')).map(parseAssignment);
      return { comment, assignments };
    })
    .filter(({ assignments }) => assignments.length > 0);
}

function parseAssignment(line: string): { name: string; value: string } {
  const [, name, value] = /^([A-Z_]+)=(.*)$/.exec(line) ?? [];
  if (name === undefined || value === undefined) throw new Error(`no assignment: ${line}`);
  return { name, value };
}
