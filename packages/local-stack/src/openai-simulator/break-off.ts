import type { EventStream } from './event-stream.ts';
import type { Fault } from './faults.ts';
import type { Production } from './produce.ts';
import type { ProductionAccount } from './production-account.ts';
import { wireUsage } from './response-object.ts';

export type BreakingFault = Extract<Fault, { afterDeltas: number }>;

/** Whether the fault breaks the stream here, which it does at the latest before the last event. */
export function isDue(fault: Fault | null, deltas: number, phase: string): fault is BreakingFault {
  return fault !== null && 'afterDeltas' in fault && (deltas >= fault.afterDeltas || phase === 'end');
}

export async function breakOff(
  fault: BreakingFault,
  production: Production,
  { account, events }: { account: ProductionAccount; events: EventStream },
): Promise<void> {
  switch (fault.kind) {
    case 'cutMidStream':
      account.close('cancelled');
      return events.cut();
    case 'endEarly':
      account.close('cancelled');
      return events.end();
    case 'malformedEvent':
      account.close('cancelled');
      await events.sendMalformed('response.output_text.delta');
      return events.end();
    case 'errorEvent':
      account.close('failed');
      await events.send({
        type: 'error',
        code: 'server_error',
        message: 'The model broke off (simulated).',
        param: null,
      });
      return events.end();
    case 'failedEvent': {
      account.close('failed', fault.withUsage || account.deltas > 0);
      const error = { code: 'server_error', message: 'The model failed (simulated).' };
      const usage = fault.withUsage ? wireUsage(production.plan, account.outputTokens) : null;
      await events.send({
        type: 'response.failed',
        response: { ...production.started, status: 'failed', error, usage },
      });
      return events.end();
    }
  }
}
