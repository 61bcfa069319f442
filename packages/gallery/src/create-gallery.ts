import { explainFailure } from '@resumint/api';
import { DrizzleQueryError } from 'drizzle-orm';
import type { Answer } from './answer.ts';
import { answersOf } from './answers-of.ts';
import { RESUME_ID } from './calls-of.ts';
import { personOf } from './person-of.ts';
import type { Reads, SimulatedPart, StateOf } from './state-of.ts';
import { STATES } from './states.ts';

/** What the gallery of the web app shows. It takes all of it as it comes, from a file. */
export interface Gallery {
  /** What a page is told while the database is away. */
  failure: string;
  /** Which resume the pages are about. */
  resumeId: string;
  states: GalleryState[];
}

export interface GalleryState {
  name: string;
  title: string;
  about: string;
  reads: Reads;
  simulated: SimulatedPart[];
  answers: Answer[];
}

/** Makes every state. Takes no database and no time of its own, so it is the same wherever it is made. */
export async function createGallery(): Promise<Gallery> {
  return {
    failure: explainFailure(new DrizzleQueryError('', [])).message,
    resumeId: RESUME_ID,
    states: await Promise.all(STATES.map(stateOf)),
  };
}

async function stateOf(state: StateOf): Promise<GalleryState> {
  const { name, title, about, reads = 'answered', simulated = [] } = state;
  return { name, title, about, reads, simulated, answers: await answersOf(personOf(state), state) };
}
