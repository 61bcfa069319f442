import { ledger as table } from '@resumint/drizzle';
import { and, asc, eq, inArray } from 'drizzle-orm';
import type { Ledger } from '../ledger/ledger.ts';

const SHOWN = ['hold', 'settle', 'release', 'expire', 'correct', 'adjust'] as const;

/** One entry of an operation: what it held, charged, or changed of that. */
export interface Step {
  kind: (typeof SHOWN)[number];
  at: Date;
  tokens: number;
  costNanos: bigint;
  isEstimated: boolean;
}

/** The entries of one operation of a person, in their order. */
export async function readSteps(
  { db }: Pick<Ledger, 'db'>,
  userId: string,
  operationId: string,
): Promise<Step[]> {
  const rows = await db
    .select({
      kind: table.kind,
      at: table.at,
      tokens: table.tokens,
      costNanos: table.costNanos,
      isEstimated: table.isEstimated,
    })
    .from(table)
    .where(and(eq(table.userId, userId), eq(table.operationId, operationId), inArray(table.kind, [...SHOWN])))
    .orderBy(asc(table.step));
  return rows.flatMap(({ kind, ...row }) => {
    const shown = SHOWN.find((known) => known === kind);
    return shown ? [{ kind: shown, ...row }] : [];
  });
}
