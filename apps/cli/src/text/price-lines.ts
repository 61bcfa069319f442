import { formatCount, formatMoney, formatTime } from '@resumint/wording';
import type { Prices } from '../answers.ts';
import { formatTable } from './format-table.ts';
import { printable } from './printable.ts';

/** Prices in dollars a million tokens, one line a band, and where each is from. */
export function priceLines(prices: Prices): string[] {
  const rows = prices.flatMap(({ model, version, effectiveAt, bands }) =>
    bands.map((band) => [
      printable(model),
      printable(version),
      formatTime(effectiveAt, 'UTC'),
      band.aboveInputTokens === 0 ? '' : `> ${formatCount(band.aboveInputTokens)}`,
      formatMoney(band.inputNanosPerMillion),
      formatMoney(band.cachedInputNanosPerMillion),
      formatMoney(band.outputNanosPerMillion),
    ]),
  );
  const sources = [...new Set(prices.map(({ source }) => source))];
  return [
    'Dollars a million tokens',
    '',
    ...formatTable(
      [
        { title: 'Model' },
        { title: 'Version' },
        { title: 'From' },
        { title: 'Input tokens', align: 'right' },
        { title: 'Input', align: 'right' },
        { title: 'Cached', align: 'right' },
        { title: 'Output', align: 'right' },
      ],
      rows,
    ),
    '',
    ...sources.map((source) => `Source: ${printable(source)}`),
  ];
}
