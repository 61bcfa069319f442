import type { Fact } from '../stream/fact.ts';

/** What entries say of the calls whose true usage is not known: those to ask about, and those that need it no more. */
export interface InquiriesOf {
  opened: { operationId: string; at: number }[];
  closed: string[];
}

export function inquiriesOf(facts: readonly Fact[]): InquiriesOf {
  const opened = new Map<string, { operationId: string; at: number }>();
  const closed = new Set<string>();
  for (const fact of facts) {
    const { operationId, at } = fact;
    if (isCharge(fact) && isByEstimate(fact)) {
      if (!opened.has(operationId)) opened.set(operationId, { operationId, at });
    } else if (fact.kind === 'correct') {
      opened.delete(operationId);
      closed.add(operationId);
    }
  }
  return { opened: [...opened.values()], closed: [...closed] };
}

type Charge = Extract<Fact, { kind: 'settle' | 'expire' | 'correct' }>;

function isCharge(fact: Fact): fact is Charge {
  return fact.kind === 'settle' || fact.kind === 'expire' || fact.kind === 'correct';
}

function isByEstimate(fact: Charge): boolean {
  return fact.kind === 'expire' || fact.isEstimated;
}
