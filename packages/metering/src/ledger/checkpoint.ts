import type { LedgerKey } from './ledger-key.ts';

/** A stream's entry up to which it was found in order, by its seal. Kept apart from the ledger, it shows a cut tail. */
export interface Checkpoint {
  userId: string;
  seq: number;
  mac: string;
}

/** A signature that only the application can make: another seal, sequence or person gives another. */
export function signCheckpoint({ userId, seq, mac }: Checkpoint, key: LedgerKey): string {
  return key(`checkpoint\n${userId}\n${seq}\n${mac}`);
}
