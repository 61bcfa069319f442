import 'server-only';
import { explainFailure } from '@resumint/api';
import { notFound } from 'next/navigation';
import { report } from '../report.ts';

/** What a person is told of a call that failed in this process. What nobody foresaw is reported, and hidden. */
export function messageOf(error: unknown): string {
  const { message, isOurs } = explainFailure(error);
  if (isOurs) report(error);
  return message;
}

/** What is not there, or somebody else's, or asked for with an id that none can be, has no page. */
export function orNotFound(error: unknown): never {
  const { code } = explainFailure(error);
  if (code === 'not_found' || code === 'bad_input') notFound();
  throw error;
}
