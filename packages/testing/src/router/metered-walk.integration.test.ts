import { appRouter, createContext } from '@resumint/api';
import { afterAll, beforeAll, describe, expect, expectTypeOf, it } from 'vitest';
import { z } from 'zod';
import { startTestApp, type Person, type TestApp } from '../test-app.ts';
import { kindsOf } from './entries.ts';
import { postStreamed } from './raw-request.ts';
import { saveResumeOf, SHORT_RESUME, uploadFile } from './upload.ts';

type Context = Awaited<ReturnType<typeof createContext>>;

/** What tRPC keeps of a procedure. */
const Definition = z.object({
  type: z.string(),
  meta: z.object({ operation: z.string().optional() }).optional(),
});
const procedures = Object.entries<object>(appRouter._def.procedures).map(([path, procedure]) => ({
  path,
  ...Definition.parse(Reflect.get(procedure, '_def')),
}));
const metered = procedures.filter(({ meta }) => meta?.operation !== undefined);

let app: TestApp;
let person: Person;
let subjects: { documentId: string; resumeId: string };

beforeAll(async () => {
  app = await startTestApp();
  person = await app.createPerson();
  const documentId = await uploadFile(person.client, SHORT_RESUME);
  subjects = { documentId, resumeId: await saveResumeOf(person.client) };
  await person.client.limits.lower.mutate({ tokensPerDay: 0n });
});
afterAll(() => app.stop());

it('every mutation under `ai` names its operation, and nothing else does', () => {
  const mutations = procedures.filter(({ path, type }) => path.startsWith('ai.') && type === 'mutation');
  expect(mutations.length).toBeGreaterThan(0);
  expect(metered).toEqual(mutations);
});

describe.each(metered)('$path', ({ path }) => {
  it('is refused where nothing is granted, before any model is called', async () => {
    const response = await postStreamed(app, path, { input: subjects, person });
    expect(response.status).toBe(402);
    expect(await response.text()).toContain('"code":"not_granted"');
    expect(await kindsOf(app.db, person.userId)).toEqual(['open', 'terms']);
    expect(app.simulator.produced(app.modelKey)).toEqual([]);
  });
});

describe('what a procedure can reach', () => {
  it('names neither the model nor what holds it', () => {
    expectTypeOf<Extract<keyof Context, 'model' | 'metering' | 'dependencies'>>().toBeNever();
    expectTypeOf<keyof Context['calls']>().toEqualTypeOf<'quote' | 'fits' | 'start'>();
  });

  it('leads to no model, along any property', async () => {
    const head: Parameters<typeof createContext>[1]['head'] = {
      headers: new Headers(),
      canStream: true,
      decided: Promise.resolve(null),
      decide: () => {},
      refuse: () => {},
    };
    const { model } = app.dependencies.metering;
    const reachable = reachableFrom(await createContext(app.dependencies, { headers: new Headers(), head }));
    expect(reachable.size).toBeGreaterThan(10);
    expect(reachable.has(model)).toBe(false);
    expect(reachableFrom(app.dependencies).has(model)).toBe(true);
  });
});

function reachableFrom(root: object): Set<unknown> {
  const found = new Set<unknown>([root]);
  for (const value of found) {
    if ((typeof value !== 'object' && typeof value !== 'function') || value === null) continue;
    const properties = Object.values(Object.getOwnPropertyDescriptors(value));
    for (const property of properties) found.add(property.value);
  }
  return found;
}
