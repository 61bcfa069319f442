import { add, NOTHING, type Amount, type State } from '../src/stream/state.ts';
import type { WindowLimit } from '../src/terms/limits.ts';
import type { PlanVersion } from '../src/terms/plans.ts';
import type { LimitChanges, OperationCaps } from '../src/terms/terms.ts';
import type { Step } from './arbitrary-steps.ts';
import { operationIdOf, operationOf, type StepOutcome } from './play-step.ts';

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

const GRANTS: Record<PlanVersion, Record<WindowLimit, bigint> & { inFlight: number }> = {
  'free@1': {
    tokensPerDay: 10_000n,
    costPerDay: 5_000_000_000n,
    tokensPerMonth: 100_000n,
    costPerMonth: 50_000_000_000n,
    inFlight: 8,
  },
  'basic@1': {
    tokensPerDay: 50_000n,
    costPerDay: 10_000_000_000n,
    tokensPerMonth: 1_000_000n,
    costPerMonth: 100_000_000_000n,
    inFlight: 12,
  },
  'premium@1': {
    tokensPerDay: 150_000n,
    costPerDay: 25_000_000_000n,
    tokensPerMonth: 3_000_000n,
    costPerMonth: 250_000_000_000n,
    inFlight: 16,
  },
};
const MOST_OPEN = 32;

type Windows = Pick<State, 'day' | 'month'>;

type ExpectedAdjustment = Amount & Record<'admittedDay' | 'admittedMonth', number | null>;

/** The rules said again in another way: no running totals, every amount is summed anew from the calls there are. */
export class ExpectedStream {
  readonly calls = new Map<string, ExpectedCall>();
  private readonly adjustments: ExpectedAdjustment[] = [];
  private limits: LimitChanges = {};
  private maxInFlight: number | null = null;
  private plan: PlanVersion = 'free@1';
  private caps: OperationCaps = {};
  private isSoft = false;

  open(): [string, ExpectedCall][] {
    return [...this.calls].filter(([, { end }]) => end === null);
  }

  /** The truth counts once it is known, before it an estimate, before that all that was held by an expired call. */
  private charged({ end, truth, estimate, held }: ExpectedCall): Amount {
    return truth ?? estimate ?? (end === 'expire' ? held : NOTHING);
  }

  spentIn(window: 'admittedDay' | 'admittedMonth', startsAt: number): Amount {
    const calls = [...this.calls.values()].filter((call) => call[window] === startsAt);
    const adjusted = this.adjustments.filter((adjustment) => adjustment[window] === startsAt);
    return [...calls.map((call) => this.charged(call)), ...adjusted].reduce<Amount>(add, NOTHING);
  }

  heldIn(window: 'admittedDay' | 'admittedMonth', startsAt: number): Amount {
    const calls = this.open().filter(([, call]) => call[window] === startsAt);
    return calls.map(([, { held }]) => held).reduce(add, NOTHING);
  }

  spentEver(): Amount {
    const charged = [...this.calls.values()].map((call) => this.charged(call));
    return [...charged, ...this.adjustments].reduce<Amount>(add, NOTHING);
  }

  admittedIn(day: number): Record<string, number> {
    const counts: Record<string, number> = {};
    for (const { operation, admittedDay, end } of this.calls.values()) {
      if (admittedDay === day && end !== 'release') counts[operation] = (counts[operation] ?? 0) + 1;
    }
    return counts;
  }

  /** Whether a request fits below every limit in windows with these starts, and finds a place among the open calls. */
  private fits(request: Amount & { operation: string }, { day, month }: Windows): boolean {
    if (this.open().length >= MOST_OPEN) return false;
    if (this.isSoft) return true;
    const cap = this.caps[request.operation] ?? null;
    const count = BigInt(this.admittedIn(day.startsAt)[request.operation] ?? 0);
    if (cap !== null && count + 1n > cap) return false;
    const use = (window: 'admittedDay' | 'admittedMonth', startsAt: number) =>
      [this.spentIn(window, startsAt), this.heldIn(window, startsAt), request].reduce(add, NOTHING);
    const [today, thisMonth] = [use('admittedDay', day.startsAt), use('admittedMonth', month.startsAt)];
    const isWithin = (name: WindowLimit, amount: bigint) => {
      const limit = name in this.limits ? this.limits[name] : GRANTS[this.plan][name];
      return limit === null || limit === undefined || amount <= limit;
    };
    return (
      isWithin('tokensPerDay', BigInt(today.tokens)) &&
      isWithin('costPerDay', today.costNanos) &&
      isWithin('tokensPerMonth', BigInt(thisMonth.tokens)) &&
      isWithin('costPerMonth', thisMonth.costNanos) &&
      this.open().length < (this.maxInFlight ?? GRANTS[this.plan].inFlight)
    );
  }

  /** Calls that have run out of time by now, but for one that is being ended. */
  due(now: number, ending: string | null): string[] {
    return this.open().flatMap(([id, { expiresAt }]) => (expiresAt <= now && id !== ending ? [id] : []));
  }

  expire(ids: string[]): void {
    for (const id of ids) this.change(id, { end: 'expire' });
  }

  /** The operation that a step ends, if it is there. */
  endedBy(step: Step): string | null {
    const call = this.calls.get(operationIdOf(step));
    const isEnd = step.kind === 'settle' || step.kind === 'release';
    const isOwn = step.kind === 'abandon' && call?.claim === step.claim;
    return call && (isEnd || isOwn) ? operationIdOf(step) : null;
  }

  /** What must come of a step, which from then on is taken to have come of it. */
  take(step: Step, at: { now: number; windows: Windows }): StepOutcome {
    const ended = this.endedBy(step);
    switch (step.kind) {
      case 'hold':
        return this.hold(step, at);
      case 'settle': {
        const { tokens, costNanos, isEstimated } = step;
        if (ended === null) return 'skipped';
        const known: Knowledge = { end: 'settle', amount: { tokens, costNanos }, isEstimated };
        return this.learn(ended, known) ? 'ended' : 'alreadyEnded';
      }
      case 'release':
        if (ended === null) return 'skipped';
        return this.learn(ended, NOTHING_SPENT) ? 'ended' : 'alreadyEnded';
      case 'abandon': {
        if (ended === null) return step.mayBeUnderWay ? 'void' : 'nothing';
        const wasOpen = this.calls.get(ended)?.end === null;
        if (!this.learn(ended, NOTHING_SPENT)) return 'nothing';
        return wasOpen ? 'release' : 'correct';
      }
      case 'limits':
        this.limits = step.changes;
        this.maxInFlight = step.maxInFlight;
        this.caps = step.caps;
        this.isSoft = step.enforcement === 'soft';
        return 'terms';
      case 'plan':
        this.plan = step.plan;
        return 'terms';
      case 'zone':
        return 'terms';
      case 'adjust':
        return this.adjust(step, at.windows);
    }
  }

  /** Nothing is given back that was not spent, in any total that the adjustment acts on. */
  private adjust(
    { tokens, costNanos, scope, reason }: Extract<Step, { kind: 'adjust' }>,
    { day, month }: Windows,
  ): StepOutcome {
    const isNothing = tokens === 0 && costNanos === 0n;
    const isCharge = tokens > 0 || costNanos > 0n;
    if (isNothing || (isCharge && reason !== 'repair')) return 'refused';
    const totals = [
      this.spentEver(),
      ...(scope === 'lifetime' ? [] : [this.spentIn('admittedMonth', month.startsAt)]),
      ...(scope === 'day' ? [this.spentIn('admittedDay', day.startsAt)] : []),
    ];
    const covers = (total: Amount) =>
      (tokens >= 0 || total.tokens >= -tokens) && (costNanos >= 0n || total.costNanos >= -costNanos);
    if (!totals.every(covers)) return 'refused';
    this.adjustments.push({
      tokens,
      costNanos,
      admittedDay: scope === 'day' ? day.startsAt : null,
      admittedMonth: scope === 'lifetime' ? null : month.startsAt,
    });
    return 'adjusted';
  }

  private hold(step: Extract<Step, { kind: 'hold' }>, at: { now: number; windows: Windows }): StepOutcome {
    const { claim, payloadHash, tokens, costNanos, lifetimeMs } = step;
    const begun = this.calls.get(operationIdOf(step));
    const isRunning = begun?.end === null && begun.expiresAt > at.now;
    if (begun?.claim === claim && isRunning) return 'admitted';
    if (begun) return begun.payloadHash === payloadHash ? 'replayed' : 'keyReused';
    if (!this.fits({ tokens, costNanos, operation: operationOf(step) }, at.windows)) return 'denied';
    this.calls.set(operationIdOf(step), {
      operation: operationOf(step),
      claim,
      payloadHash,
      held: { tokens, costNanos },
      admittedDay: at.windows.day.startsAt,
      admittedMonth: at.windows.month.startsAt,
      expiresAt: at.now + lifetimeMs,
      end: null,
      estimate: null,
      truth: null,
    });
    return 'admitted';
  }

  /** Takes in what is said of a call, and tells whether that was news. */
  private learn(id: string, { end, amount, isEstimated }: Knowledge): boolean {
    const call = this.calls.get(id);
    if (!call || call.truth) return false;
    if (isEstimated && call.estimate && amount.tokens <= call.estimate.tokens) return false;
    this.change(id, { end: call.end ?? end, ...(isEstimated ? { estimate: amount } : { truth: amount }) });
    return true;
  }

  private change(id: string, changes: Partial<ExpectedCall>): void {
    const call = this.calls.get(id);
    if (call) this.calls.set(id, { ...call, ...changes });
  }
}

interface Knowledge {
  end: 'settle' | 'release';
  amount: Amount;
  isEstimated: boolean;
}

const NOTHING_SPENT: Knowledge = { end: 'release', amount: NOTHING, isEstimated: false };
