import { affectedRows, operationChoices as table, type Database } from '@resumint/drizzle';
import { AppError } from '@resumint/errors';
import { TIERS, type OperationName } from '@resumint/operations';
import { and, eq, sql } from 'drizzle-orm';
import { z } from 'zod';

const MOST_TRIES = 8;

/** What a person's calls of an operation are made with where they name nothing else; null is what is usual. */
const Choice = z.object({
  tier: z.enum(TIERS).nullable(),
  maxOutputTokens: z.int().positive().nullable(),
  /** Whether it was suggested, and so can be taken back to what it was before. */
  isTierSuggested: z.boolean(),
  tierBefore: z.enum(TIERS).nullable(),
  isCapSuggested: z.boolean(),
  maxOutputTokensBefore: z.int().positive().nullable(),
  /** Whether a repeated input is answered from what is kept of an earlier call. Before, it was not. */
  reusesAnswers: z.boolean(),
  isReuseSuggested: z.boolean(),
});
export type Choice = z.infer<typeof Choice>;

export const NOTHING_CHOSEN: Choice = {
  tier: null,
  maxOutputTokens: null,
  isTierSuggested: false,
  tierBefore: null,
  isCapSuggested: false,
  maxOutputTokensBefore: null,
  reusesAnswers: false,
  isReuseSuggested: false,
};

/** A person's choices by operation; what is not there was never chosen. */
export async function readChoices(
  db: Database,
  userId: string,
): Promise<(operation: OperationName) => Choice> {
  const rows = await db.select().from(table).where(eq(table.userId, userId));
  return (operation) => {
    const row = rows.find((candidate) => candidate.operation === operation);
    return row ? Choice.parse(row) : NOTHING_CHOSEN;
  };
}

export async function readChoice(db: Database, userId: string, operation: OperationName): Promise<Choice> {
  return (await readRow(db, userId, operation)).choice;
}

/**
 * Changes a choice by what it is. Of two changes at once the later is decided again on what the earlier has left, so
 * that neither is lost. A change that leaves all as it is writes nothing.
 */
export async function changeChoice(
  db: Database,
  { userId, operation }: { userId: string; operation: OperationName },
  change: (choice: Choice) => Choice,
): Promise<Choice> {
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const { choice, revision } = await readRow(db, userId, operation);
    const changed = change(choice);
    if (isSame(choice, changed)) return choice;
    const written =
      revision === 0
        ? await db
            .insert(table)
            .ignore()
            .values({ userId, operation, ...changed, revision: 1 })
        : await db
            .update(table)
            .set({ ...changed, revision: sql`${table.revision} + 1` })
            .where(
              and(eq(table.userId, userId), eq(table.operation, operation), eq(table.revision, revision)),
            );
    if (affectedRows(written) === 1) return changed;
  }
  throw new AppError('unavailable', 'This is being changed elsewhere. Please try again.');
}

async function readRow(db: Database, userId: string, operation: OperationName) {
  const [row] = await db
    .select()
    .from(table)
    .where(and(eq(table.userId, userId), eq(table.operation, operation)));
  return row
    ? { choice: Choice.parse(row), revision: row.revision }
    : { choice: NOTHING_CHOSEN, revision: 0 };
}

function isSame(left: Choice, right: Choice): boolean {
  return (
    left.tier === right.tier &&
    left.maxOutputTokens === right.maxOutputTokens &&
    left.isTierSuggested === right.isTierSuggested &&
    left.tierBefore === right.tierBefore &&
    left.isCapSuggested === right.isCapSuggested &&
    left.maxOutputTokensBefore === right.maxOutputTokensBefore &&
    left.reusesAnswers === right.reusesAnswers &&
    left.isReuseSuggested === right.isReuseSuggested
  );
}
