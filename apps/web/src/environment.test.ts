import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Environment, readEnvironment, simulatedParts } from './environment.ts';

const COMPLETE = {
  DATABASE_URL: 'https://user:password@db.example/resumint',
  SESSION_SECRET: 's'.repeat(32),
  LEDGER_SECRET: 'l'.repeat(32),
  APP_ORIGIN: 'https://resumint.example',
  OPENAI_API_KEY: 'sk-real',
};

/** What `npm start` reads beside the variables of this app. */
const READ_BY_START = ['DATA_DIRECTORY', 'PORT'];

describe('readEnvironment', () => {
  it('fills in what may be left out', () => {
    expect(readEnvironment(COMPLETE)).toEqual({ ...COMPLETE, ALLOW_SIMULATED: [], HOLD_SECONDS: 120 });
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
    ['HOLD_SECONDS', '0'],
    ['HOLD_SECONDS', '901'],
    ['HOLD_SECONDS', '1.5'],
    ['HOLD_SECONDS', 'two minutes'],
  ])('refuses %s=%s, and names it', (name, value) => {
    expect(() => readEnvironment({ ...COMPLETE, [name]: value })).toThrow(name);
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

describe('simulatedParts', () => {
  const partsOf = (variables: Record<string, string>) =>
    simulatedParts(readEnvironment({ ...COMPLETE, ...variables }));
  const simulatedModel = { OPENAI_API_KEY: 'sk-simulated-1' };

  it.each([
    { variables: { ALLOW_SIMULATED: 'sign-in' }, parts: ['sign-in'] },
    { variables: { ALLOW_SIMULATED: 'sign-in,model' }, parts: ['sign-in'] },
    { variables: { ...simulatedModel, ALLOW_SIMULATED: 'sign-in,model' }, parts: ['model', 'sign-in'] },
  ])('tells what is simulated, not what would be allowed: $parts', ({ variables, parts }) => {
    expect(partsOf(variables)).toEqual(parts);
  });

  it.each([
    { variables: {}, part: 'sign-in' },
    { variables: { ALLOW_SIMULATED: 'model' }, part: 'sign-in' },
    { variables: simulatedModel, part: 'model' },
    { variables: { ...simulatedModel, ALLOW_SIMULATED: 'sign-in' }, part: 'model' },
    { variables: { ...simulatedModel, ALLOW_SIMULATED: 'model' }, part: 'sign-in' },
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
