import { add, NOTHING, type Amount, type State } from '../src/stream/state.ts';
import type { WindowLimit } from '../src/terms/limits.ts';
import type { LimitChanges } from '../src/terms/terms.ts';
import type { Step } from './arbitrary-steps.ts';
import { operationIdOf, operationOf } from './play-step.ts';

/** What is known of one call, however it came to be known. */
interface ExpectedCall {
  operation: string;
  claim: string;
  payloadHash: string;
  held: Amount;
  admittedDay: number;
  admittedMonth: number;
  expiresAt: number;
  end: 'settle' | 'release' | 'expire' | null;
  estimate: Amount | null;
  truth: Amount | null;
}

const FREE = { tokensPerDay: 10_000n, costPerDay: 5_000_000_000n, tokensPerMonth: 100_000n, costPerMonth: 50_000_000_000n };
const FREE_IN_FLIGHT = 8;

/** The rules said again in another way: no running totals, every amount is summed anew from the calls there are. */
export class ExpectedStream {
  readonly calls = new Map<string, ExpectedCall>();
  private limits: LimitChanges = {};
  private maxInFlight: number = FREE_IN_FLIGHT;

  open(): [string, ExpectedCall][] {
    return [...this.calls].filter(([, { end }]) => end === null);
  }

  /** The truth counts once it is known, before it an estimate, before that all that was held by an expired call. */
  charged({ end, truth, estimate, held }: ExpectedCall): Amount {
    return truth ?? estimate ?? (end === 'expire' ? held : NOTHING);
  }

  spentIn(window: 'admittedDay' | 'admittedMonth', startsAt: number): Amount {
    const calls = [...this.calls.values()].filter((call) => call[window] === startsAt);
    return calls.map((call) => this.charged(call)).reduce(add, NOTHING);
  }

  heldIn(window: 'admittedDay' | 'admittedMonth', startsAt: number): Amount {
    const calls = this.open().filter(([, call]) => call[window] === startsAt);
    return calls.map(([, { held }]) => held).reduce(add, NOTHING);
  }

  spentEver(): Amount {
    return [...this.calls.values()].map((call) => this.charged(call)).reduce(add, NOTHING);
  }

  admittedIn(day: number): Record<string, number> {
    const counts: Record<string, number> = {};
    for (const { operation, admittedDay, end } of this.calls.values()) {
      if (admittedDay === day && end !== 'release') counts[operation] = (counts[operation] ?? 0) + 1;
    }
    return counts;
  }

  /** Whether a request fits below every limit in windows with these starts, and finds a place among the open calls. */
  fits(request: Amount, { day, month }: Pick<State, 'day' | 'month'>): boolean {
    const use = (window: 'admittedDay' | 'admittedMonth', startsAt: number) =>
      [this.spentIn(window, startsAt), this.heldIn(window, startsAt), request].reduce(add, NOTHING);
    const [today, thisMonth] = [use('admittedDay', day.startsAt), use('admittedMonth', month.startsAt)];
    const isWithin = (name: WindowLimit, amount: bigint) => {
      const limit = name in this.limits ? this.limits[name] : FREE[name];
      return limit === null || limit === undefined || amount <= limit;
    };
    return (
      isWithin('tokensPerDay', BigInt(today.tokens)) &&
      isWithin('costPerDay', today.costNanos) &&
      isWithin('tokensPerMonth', BigInt(thisMonth.tokens)) &&
      isWithin('costPerMonth', thisMonth.costNanos) &&
      this.open().length < this.maxInFlight
    );
  }

  /** Calls that have run out of time by now, but for one that is being ended. */
  due(now: number, ending: string | null): string[] {
    return this.open().flatMap(([id, { expiresAt }]) => (expiresAt <= now && id !== ending ? [id] : []));
  }

  expire(ids: string[]): void {
    for (const id of ids) this.change(id, { end: 'expire' });
  }

  admit(step: Extract<Step, { kind: 'hold' }>, { day, month }: Pick<State, 'day' | 'month'>, now: number): void {
    const { claim, payloadHash, tokens, costNanos, lifetimeMs } = step;
    this.calls.set(operationIdOf(step), {
      operation: operationOf(step),
      claim,
      payloadHash,
      held: { tokens, costNanos },
      admittedDay: day.startsAt,
      admittedMonth: month.startsAt,
      expiresAt: now + lifetimeMs,
      end: null,
      estimate: null,
      truth: null,
    });
  }

  /** Takes in what a command says of a call, and tells whether that was news. */
  learn(id: string, { end, amount, isEstimated }: { end: 'settle' | 'release'; amount: Amount; isEstimated: boolean }): boolean {
    const call = this.calls.get(id);
    if (!call || call.truth || (isEstimated && call.estimate)) return false;
    this.change(id, { end: call.end ?? end, ...(isEstimated ? { estimate: amount } : { truth: amount }) });
    return true;
  }

  setLimits(limits: LimitChanges, maxInFlight: number | null): void {
    this.limits = limits;
    this.maxInFlight = maxInFlight ?? FREE_IN_FLIGHT;
  }

  private change(id: string, changes: Partial<ExpectedCall>): void {
    const call = this.calls.get(id);
    if (call) this.calls.set(id, { ...call, ...changes });
  }
}
