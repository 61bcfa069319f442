import { describe, expect, it } from 'vitest';
import { readEnvironment, simulatedParts } from './environment.ts';

const COMPLETE = {
  APP_ORIGIN: 'https://resumint.example',
  DATABASE_URL: 'https://user:password@db.example',
  SESSION_SECRET: 's'.repeat(32),
  LEDGER_SECRET: 'l'.repeat(32),
  OPENAI_API_KEY: 'sk-real',
};

describe('readEnvironment', () => {
  it('fills in what may be left out', () => {
    expect(readEnvironment(COMPLETE)).toEqual({
      ...COMPLETE,
      ALLOW_SIMULATED: [],
      HOLD_SECONDS: 120,
      CALLS_PER_SECOND: 20,
    });
  });

  it('leaves bindings of other kinds alone', () => {
    expect(() => readEnvironment({ ...COMPLETE, ASSETS: {} })).not.toThrow();
  });

  it.each(Object.keys(COMPLETE))('refuses to go without %s, and names it', (name) => {
    expect(() => readEnvironment({ ...COMPLETE, [name]: undefined })).toThrow(name);
  });

  it.each([
    ['DATABASE_URL', 'mysql://root@127.0.0.1:3306/resumint'],
    ['APP_ORIGIN', 'resumint.example'],
    ['LEDGER_SECRET', 'l'.repeat(31)],
    ['HOLD_SECONDS', '901'],
    ['CALLS_PER_SECOND', '0'],
    ['ALLOW_SIMULATED', 'payments'],
  ])('refuses %s=%s, and names it', (name, value) => {
    expect(() => readEnvironment({ ...COMPLETE, [name]: value })).toThrow(name);
  });

  it('repeats no secret that it refuses', () => {
    const read = () => readEnvironment({ ...COMPLETE, SESSION_SECRET: 'too-short-a-secret' });
    expect(read).toThrow(/^(?!.*too-short-a-secret)/s);
  });
});

it('sign-in is not simulated where Clerk does it', () => {
  expect(simulatedParts(readEnvironment({ ...COMPLETE, CLERK_JWT_KEY: 'a key' }))).toEqual([]);
});

it.each([
  { variables: {}, part: 'sign-in' },
  { variables: { OPENAI_API_KEY: 'sk-simulated-1', ALLOW_SIMULATED: 'sign-in' }, part: 'model' },
])('a part that is not allowed by name is refused: $part', ({ variables, part }) => {
  const environment = readEnvironment({ ...COMPLETE, ...variables });
  expect(() => simulatedParts(environment)).toThrow(new RegExp(`^${part} is simulated`));
});
