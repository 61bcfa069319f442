import { createClient } from '@resumint/client';
import { readDemoToken, type Product } from '@resumint/scripts/launch-product';
import { signInAdmin } from '../fixtures/admin.ts';
import { createPerson, createSeededPerson, type Person } from '../fixtures/person.ts';
import { putAtLimit, putNearLimit } from '../fixtures/put-at-limit.ts';
import { makeSubjects, withNewestCall } from '../fixtures/subjects.ts';
import type { Subjects } from '../pages.ts';

/** Who looks at a screen: it decides on the state that the screen is in. */
export type Viewer = 'nobody' | 'demo' | 'newcomer' | 'habitual' | 'nearLimit' | 'atLimit';

export interface Seat {
  /** Null for nobody. */
  token: string | null;
  subjects: Subjects;
}

const NOTHING: Subjects = { resumeId: 'res_none', documentId: 'doc_none' };

/** Makes the accounts of all viewers, and what their pages show. */
export async function seatViewers(product: Product): Promise<Record<Viewer, Seat>> {
  const admin = await signInAdmin(product);
  const newcomer = await createPerson(product.url);
  return {
    nobody: { token: null, subjects: NOTHING },
    newcomer: { token: newcomer.token, subjects: NOTHING },
    habitual: await seatHabitual(product),
    demo: await seatDemo(product),
    nearLimit: await seatLimited(product, (person, documentId) =>
      putNearLimit(person, { admin, documentId }),
    ),
    atLimit: await seatLimited(product, (person, documentId) => putAtLimit(person, { admin, documentId })),
  };
}

async function seatDemo({ url, dataDirectory }: Product): Promise<Seat> {
  const token = readDemoToken(dataDirectory);
  const api = createClient({ url: `${url}/api/trpc`, token });
  return { token, subjects: await withNewestCall(api, await makeSubjects(api)) };
}

async function seatHabitual(product: Product): Promise<Seat> {
  const { token, api } = await createSeededPerson(product, 'habitual');
  return { token, subjects: await makeSubjects(api) };
}

async function seatLimited(
  { url }: Product,
  limit: (person: Person, documentId: string) => Promise<bigint>,
): Promise<Seat> {
  const person = await createPerson(url);
  const subjects = await makeSubjects(person.api);
  await limit(person, subjects.documentId);
  return { token: person.token, subjects: await withNewestCall(person.api, subjects) };
}
