import type { Model } from '@resumint/ai';
import { runCall, startCall, type Metering } from '@resumint/metering';
import type { Work } from '../fleet/messages.ts';
import { keyOf, SHARED_KEY, type PlannedCall } from '../schedule/planned-call.ts';
import { providerFaultOf } from '../schedule/provider-fault.ts';
import type { Composed } from './compose-metering.ts';
import type { CrashPoints } from './crash-points.ts';
import { orderFault } from './order-fault.ts';
import { OPERATION, requestOf } from './planned-request.ts';

/** What a call is made with. */
export interface Caller extends Composed {
  modelUrl: string;
  crash: CrashPoints;
  /** Keeps the process alive for what outlives a call. */
  keepAlive: (index: number, work: Promise<unknown>) => void;
  /** A call was given up at its deadline though its provider was at work: the machine was too slow for it. */
  onStarved: (index: number) => void;
}

/** Makes a call the way the router does, and tells how it ended. Throws what its caller would be told. */
export async function makeCall(
  caller: Caller,
  { call, hasOtherInput, isKeyNew }: Extract<Work, { kind: 'call' }>,
): Promise<'completed' | 'replayed'> {
  const gone = new AbortController();
  const keepAlive = (work: Promise<unknown>) => caller.keepAlive(call.index, work);
  const metering: Metering = { ...caller.metering, model: modelOf(caller, call, gone) };
  const started = await startCall(
    metering,
    {
      userId: call.userId,
      operation: OPERATION,
      idempotencyKey: keyOf(call),
      isNewKey: isKeyNew,
      input: { call: call.index, hasOtherInput },
      plan: () => Promise.resolve(requestOf(call)),
    },
    keepAlive,
  );
  if (started.kind === 'replayed') return 'replayed';
  caller.crash.pass('admitted');
  if (call.fault === 'goneBeforeStart') gone.abort();
  const events = runCall(metering, started.call, {
    signal: gone.signal,
    finish: ({ text }) => ({ text }),
    keepAlive,
  });
  for await (const event of events) {
    if (event.type === 'finished') caller.crash.pass('ended');
    // One reader in two that leaves stops reading, the other aborts its request.
    else if (call.fault === 'goneMidStream' && call.index % 2 === 0) break;
  }
  return 'completed';
}

/** The adapter over the wire, with the fault that the schedule has for this call and the places to die at. */
function modelOf(
  { modelFor, modelUrl, crash, onStarved }: Caller,
  call: PlannedCall,
  gone: AbortController,
): Model {
  const fault = providerFaultOf(call);
  const key = fault ? `${SHARED_KEY}-${call.index}` : SHARED_KEY;
  return async function* (request, signal) {
    crash.pass('modelCall');
    if (fault) await orderFault(modelUrl, key, fault);
    signal.addEventListener('abort', () => {
      if (!gone.signal.aborted && !isHanging(call.fault)) onStarved(call.index);
    });
    for await (const event of modelFor(key)(request, signal)) {
      crash.pass(event.type);
      if (event.type === 'text' && call.fault === 'goneMidStream') gone.abort();
      if (event.type === 'finished' && call.fault === 'goneAtEnd') gone.abort();
      yield event;
    }
  };
}

function isHanging(fault: PlannedCall['fault']): boolean {
  return fault === 'hang' || fault === 'hangAfterFirstEvents';
}
