/** What a ledger can be guilty of. Each is a number that must be 0. */
export const BREACHES = [
  'overspend',
  'lost',
  'doubleCharges',
  'overcharged',
  'leakedHolds',
  'duplicateAlerts',
  'missedAlerts',
  'brokenStreams',
] as const;
export type Breach = (typeof BREACHES)[number];

export interface Finding {
  breach: Breach;
  userId: string;
  seq?: number;
  operationId?: string;
  detail: string;
}

export interface Findings {
  counts: Record<Breach, number>;
  /** The first of them, to look into. */
  examples: Finding[];
  add(finding: Finding): void;
}

const MOST_EXAMPLES = 40;
const MOST_EXAMPLES_OF_ONE = 8;

export function createFindings(): Findings {
  const counts = {
    overspend: 0,
    lost: 0,
    doubleCharges: 0,
    overcharged: 0,
    leakedHolds: 0,
    duplicateAlerts: 0,
    missedAlerts: 0,
    brokenStreams: 0,
  } satisfies Record<Breach, number>;
  const examples: Finding[] = [];
  return {
    counts,
    examples,
    add(finding) {
      counts[finding.breach] += 1;
      if (counts[finding.breach] <= MOST_EXAMPLES_OF_ONE && examples.length < MOST_EXAMPLES) {
        examples.push(finding);
      }
    },
  };
}
