import type { Denial } from '../answers.ts';
import type { Io } from '../io.ts';
import { denialLines, type DenialContext } from '../text/denial-lines.ts';
import { isWindowLimit } from '../text/limit-names.ts';

/** What a denial is told as. Where time does not help, the server is asked whether the person's own limit is the reason. */
export async function explainDenial(
  io: Io,
  denial: Denial,
  { call }: Pick<DenialContext, 'call'>,
): Promise<string[]> {
  return denialLines(denial, { call, isOwnLimit: await isOwnLimit(io, denial) });
}

async function isOwnLimit({ client }: Io, { limit, requested, resetsAt }: Denial): Promise<boolean> {
  if (resetsAt !== null || !isWindowLimit(limit)) return false;
  // A denial is told even when the server is gone by now; then this one way on is not.
  const current = await client.limits.get.query().catch(() => null);
  if (!current) return false;
  const { reason, granted } = current.limits[limit];
  return reason === 'user' && (granted === null || requested <= granted);
}
