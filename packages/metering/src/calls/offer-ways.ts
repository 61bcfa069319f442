import { AppError, type LimitDenial, type WayThrough } from '@resumint/errors';
import type { Price } from '../prices/price.ts';
import type { PriceList } from '../prices/price-book.ts';
import { refusalOf } from '../stream/excess.ts';
import type { State } from '../stream/state.ts';
import { requestOf, withOutputCap, worstCase, type PlannedCall, type PricedCall } from './planned-call.ts';

/** A denial of a call with what would be admitted in its place, each by the test that refused the call. */
export function offerWays(
  state: State,
  denial: LimitDenial,
  { otherPrices, ...priced }: PricedCall & { otherPrices: readonly Price[] },
): LimitDenial {
  const waysThrough = [...smallerOutput(state, priced), ...cheaperModel(state, priced, otherPrices)];
  return { ...denial, waysThrough: [...waysThrough, ...denial.waysThrough] };
}

/** The prices of the models that could make a call in place of its own. One without a price cannot. */
export function pricesOfOthers(prices: PriceList, { otherModels }: PlannedCall, at: number): Price[] {
  return otherModels.flatMap((model) => {
    try {
      return [prices.priceOf(model, at)];
    } catch (error) {
      if (error instanceof AppError && error.code === 'no_price') return [];
      throw error;
    }
  });
}

/** The largest cap that fits. Less output never costs more, so what fits is found by halving. */
function smallerOutput(state: State, { call, price }: PricedCall): WayThrough[] {
  const fits = (maxOutputTokens: number) =>
    refusalOf(state, requestOf({ call: withOutputCap(call, maxOutputTokens), price })) === null;
  let most = call.request.maxOutputTokens - 1;
  let least = call.leastOutputTokens;
  if (least > most || !fits(least)) return [];
  while (least < most) {
    const middle = Math.ceil((least + most) / 2);
    if (fits(middle)) least = middle;
    else most = middle - 1;
  }
  return [{ kind: 'smallerOutput', maxOutputTokens: least }];
}

/** The dearest of the cheaper models that fit: the nearest to what was asked for. */
function cheaperModel(state: State, priced: PricedCall, others: readonly Price[]): WayThrough[] {
  const { costNanos } = worstCase(priced);
  const cheaper = others
    .map((price) => ({ call: priced.call, price }))
    .map((other) => ({ other, costNanos: worstCase(other).costNanos }))
    .filter((candidate) => candidate.costNanos < costNanos)
    .sort((left, right) => (left.costNanos < right.costNanos ? 1 : -1));
  const fitting = cheaper.find(({ other }) => refusalOf(state, requestOf(other)) === null);
  return fitting ? [{ kind: 'cheaperModel', model: fitting.other.price.model }] : [];
}
