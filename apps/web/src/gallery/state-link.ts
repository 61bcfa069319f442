import type { AppRouter } from '@resumint/api';
import { hashKey } from '@tanstack/react-query';
import type { Operation, TRPCLink } from '@trpc/client';
import { observable } from '@trpc/server/observable';
import superjson from 'superjson';
import { galleryError } from './gallery-error.ts';
import type { Answer, GalleryState } from './gallery-file.ts';

type Shown = Pick<GalleryState, 'reads' | 'answers'> & { failure: string };

/** Long enough that what waits for an answer shows that it does. */
const WIRE_MS = 20;

/** In place of the wire: what is asked again is answered as the state has it, and nothing leaves the browser. */
export function stateLink({ reads, answers, failure }: Shown): TRPCLink<AppRouter> {
  return () =>
    ({ op }) =>
      observable((observer) => {
        if (reads === 'pending') return undefined;
        const timer = setTimeout(() => {
          const error = errorFor(op, { reads, answers, failure });
          if (error) return observer.error(error);
          observer.next({ result: { data: outputFor(op, answers) } });
          observer.complete();
        }, WIRE_MS);
        return () => clearTimeout(timer);
      });
}

function errorFor({ type, path }: Operation, { reads, answers, failure }: Shown) {
  if (type !== 'query') return galleryError('forbidden', 'Nothing can be changed in the gallery.');
  if (reads !== 'answered') return galleryError('unavailable', failure);
  if (answers.some((answer) => answer.path === path)) return null;
  return galleryError('not_found', `The gallery has no answer for ${path}.`);
}

/** What was asked for with just this input; else with any, as where a longer list is asked for. */
function outputFor({ path, input }: Operation, answers: readonly Answer[]): unknown {
  const candidates = answers.filter((answer) => answer.path === path);
  const asked = hashKey([input ?? null]);
  const found = candidates.find((answer) => hashKey([answer.input]) === asked) ?? candidates[0];
  return found && superjson.parse(found.output);
}
