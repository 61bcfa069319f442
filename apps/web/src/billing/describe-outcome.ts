import type { Receipt } from '../usage/answers.ts';

interface Description {
  text: string;
  color: 'pine' | 'gray' | 'orange';
  note: string | null;
}

const ESTIMATED = 'estimated until the provider reports';
const CORRECTED = 'corrected since';

/** How a call ended, as a person reads it on its receipt. */
export function describeOutcome(
  receipt: Pick<Receipt, 'status' | 'outcome' | 'isEstimated' | 'isCorrected'>,
): Description {
  const note = receipt.isEstimated ? ESTIMATED : receipt.isCorrected ? CORRECTED : null;
  switch (receipt.status) {
    case 'held':
      return { text: 'Running', color: 'gray', note: 'held until it ends' };
    case 'released':
      return { text: 'Failed', color: 'gray', note: 'not charged' };
    case 'expired':
      return { text: 'Expired', color: 'orange', note: note ?? 'charged as held' };
    case 'settled':
      return { ...SETTLED[receipt.outcome ?? 'completed'], note };
  }
}

const SETTLED: Record<NonNullable<Receipt['outcome']>, Pick<Description, 'text' | 'color'>> = {
  completed: { text: 'Completed', color: 'pine' },
  stopped: { text: 'Stopped', color: 'gray' },
  lost: { text: 'Lost', color: 'orange' },
  unusable: { text: 'No usable answer', color: 'orange' },
  failed: { text: 'Failed', color: 'orange' },
  abandoned: { text: 'Given up', color: 'gray' },
};
