import { describe, expect, it } from 'vitest';
import { holdCommand } from '../../testing/commands.ts';
import { openMemoryStream } from '../../testing/memory-stream.ts';
import { denialOf } from '../stream/denial.ts';
import { decideHold } from '../stream/decide-hold.ts';
import type { Terms } from '../terms/terms.ts';
import { denialError } from './denial-error.ts';

const NOON = Date.UTC(2026, 5, 10, 12);

/** The error for a call that asks for so many tokens while another of 1 000 runs. */
function errorFor(tokens: number, terms: Partial<Terms>) {
  const stream = openMemoryStream(NOON);
  stream.append(decideHold(stream.view('op_1', NOON), holdCommand()));
  const state = stream.head();
  const inForce = { ...state.terms.inForce, ...terms };
  const denial = denialOf({ ...state, terms: { inForce, scheduled: null } }, { tokens, costNanos: 1n });
  if (!denial) throw new Error('the call is refused');
  return { error: denialError(denial), denial };
}

describe('denialError', () => {
  it.each([
    ['limit_reached', 9_500, {}],
    ['not_granted', 10_001, {}],
    ['not_granted', 1, { setByAdmin: { costPerDay: 0n } }],
    ['too_many_in_flight', 1, { maxInFlight: 1 }],
    ['not_granted', 1, { maxInFlight: 0 }],
  ] as const)('is %s for %d tokens under %o, and carries the denial', (code, tokens, terms) => {
    const { error, denial } = errorFor(tokens, terms);
    expect(error).toMatchObject({ code, details: { denial } });
  });

  it('says until when, and that running calls hold a part', () => {
    const { error } = errorFor(9_500, {});
    expect(error.message).toContain('daily token limit');
    expect(error.message).toContain('2026-06-11T00:00:00.000Z');
    expect(error.message).toContain('still running');
  });
});
