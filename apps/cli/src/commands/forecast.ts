import { describeBasis, describeForecast, describePastError, describeTooLittle } from '@resumint/wording';
import type { Forecast } from '../answers.ts';
import { JSON_OPTION, readArgs, type Command } from '../command.ts';
import { EXIT } from '../exit-codes.ts';
import { writeLines } from '../io.ts';
import { toJson } from '../json/to-json.ts';
import { writeText } from '../text/write-text.ts';

const spec = {
  name: 'forecast',
  operands: '',
  about: 'where your use comes to by the end of the day and the month, by your own days',
  options: { json: JSON_OPTION },
} as const;

export const forecast: Command = {
  spec,
  async run(io, args) {
    const { values } = readArgs(spec, args);
    const made = await io.client.usage.forecast.query();
    if (values.json) writeLines(io.out, [toJson(made)]);
    else writeText(io.out, forecastLines(made));
    return EXIT.ok;
  },
};

function forecastLines(made: Forecast): string[] {
  if (made.kind === 'tooLittle') return [describeTooLittle(made)];
  const { day, month, zone, basis, pastError } = made;
  return [
    `Today       ${describeForecast(day.tokens, 'tokens', zone)}`,
    `            ${describeForecast(day.cost, 'nanos', zone)}`,
    `This month  ${describeForecast(month.tokens, 'tokens', zone)}`,
    `            ${describeForecast(month.cost, 'nanos', zone)}`,
    '',
    describeBasis(basis),
    describePastError(pastError.cost),
  ];
}
