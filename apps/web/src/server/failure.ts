import 'server-only';
import { notFound, unstable_rethrow } from 'next/navigation';
import { composition } from '../composition.ts';
import { report } from '../report.ts';

/** What a person is told of a call that failed in this process. What nobody foresaw is reported, and hidden. */
export async function messageOf(error: unknown): Promise<string> {
  const { explainFailure } = await composition();
  const { message, isOurs } = explainFailure(error);
  if (isOurs) report(error);
  return message;
}

/** What is not there, or somebody else's, or asked for with an id that none can be, has no page. */
export async function orNotFound(error: unknown): Promise<never> {
  unstable_rethrow(error);
  const { explainFailure, bareFailure } = await composition();
  const { code, isOurs } = explainFailure(error);
  if (code === 'not_found' || code === 'bad_input') notFound();
  if (isOurs) report(error);
  throw bareFailure(error);
}
