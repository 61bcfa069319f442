import { createRandom } from './create-random.ts';

/** Whose calls there are, how many, and where they live. */
export interface HeavyPerson {
  /** What their calls are drawn by. */
  name: string;
  userId: string;
  zone: string;
  calls: number;
}

export interface HeavyPeople {
  /** The one who has made most, and whose screens are looked at. */
  first: Pick<HeavyPerson, 'userId' | 'zone'>;
  /** Of the first. */
  callsOfFirst: number;
  /** Of everybody together. */
  calls: number;
}

/** The seed as it is asked for when nothing smaller is. */
export const HEAVY = { calls: 1_500_000, callsOfFirst: 100_000, days: 730 } as const;

/** About seven a day, for two years. */
const CALLS_OF_ANOTHER = 5_000;

/** On both sides of UTC, with and without summer time, and half and three quarters of an hour off. */
const ZONES = [
  'America/Los_Angeles',
  'America/New_York',
  'America/Sao_Paulo',
  'Europe/Berlin',
  'Asia/Kathmandu',
  'Asia/Kolkata',
  'Australia/Lord_Howe',
  'Pacific/Auckland',
] as const;

/** The first, and as many others as the rest of the calls is for. */
export function heavyPeople({ first, callsOfFirst, calls }: HeavyPeople): HeavyPerson[] {
  const people: HeavyPerson[] = [{ ...first, name: 'heavy0', calls: callsOfFirst }];
  for (let rest = calls - callsOfFirst; rest > 0; rest -= CALLS_OF_ANOTHER) {
    const name = `heavy${people.length}`;
    const zone = createRandom(name).pick(ZONES.map((known) => [known, 1]));
    people.push({
      name,
      userId: `usr_${name.padStart(26, '0')}`,
      zone,
      calls: Math.min(rest, CALLS_OF_ANOTHER),
    });
  }
  return people;
}
