import type { FaultInput } from '@resumint/local-stack';

const TIMEOUT_MS = 5_000;

/** Has the simulator meet the next call of a key with a fault. */
export async function orderFault(modelUrl: string, key: string, fault: FaultInput): Promise<void> {
  const response = await fetch(new URL('/simulator/faults', modelUrl), {
    method: 'POST',
    body: JSON.stringify({ key, faults: [fault] }),
    signal: AbortSignal.timeout(TIMEOUT_MS),
  });
  if (!response.ok) throw new Error(`the simulator refused a fault: ${await response.text()}`);
}
