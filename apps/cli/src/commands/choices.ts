import { formatCount, formatPrice } from '@resumint/wording';
import type { ChoiceInput, Choices } from '../answers.ts';
import { JSON_OPTION, readArgs, seeHelp, type Command } from '../command.ts';
import { usageError } from '../command-error.ts';
import { EXIT } from '../exit-codes.ts';
import { writeLines, type Io } from '../io.ts';
import { toJson } from '../json/to-json.ts';
import { formatTable } from '../text/format-table.ts';
import { parseCount } from '../text/parse-amount.ts';

const OPERATIONS = { 'resume.parse': true, 'resume.summarize': true } as const satisfies Record<
  ChoiceInput['operation'],
  true
>;
const TIERS = { economy: true, standard: true, best: true } as const satisfies Record<
  NonNullable<ChoiceInput['tier']>,
  true
>;
const USUAL = 'usual';

const spec = {
  name: 'choices',
  operands: '[OPERATION]',
  about: 'which model each operation uses, and what a call costs with each',
  details: 'With an operation and options it chooses. Calls that name a model or a cap go by that.',
  options: {
    tier: { type: 'string', value: 'T', about: `${Object.keys(TIERS).join(', ')}, or ${USUAL}` },
    'max-output': { type: 'string', value: 'N', about: `tokens of an answer at most, or ${USUAL}` },
    reuse: { type: 'string', value: 'yes|no', about: 'answer a repeated input from a call of the last day' },
    json: JSON_OPTION,
  },
} as const;

export const choices: Command = {
  spec,
  async run(io, args) {
    const { values, positionals } = readArgs(spec, args, { least: 0, most: 1 });
    const current = await ask(io, positionals[0], values);
    writeLines(io.out, values.json ? [toJson(current)] : choiceLines(current));
    return EXIT.ok;
  },
};

function ask(
  { client }: Io,
  operation: string | undefined,
  { tier, 'max-output': cap, reuse }: Partial<Record<'tier' | 'max-output' | 'reuse', string | undefined>>,
): Promise<Choices> {
  const isEmpty = tier === undefined && cap === undefined && reuse === undefined;
  if (operation === undefined && isEmpty) return client.choices.list.query();
  if (operation === undefined || !isOperation(operation) || isEmpty) {
    const known = Object.keys(OPERATIONS).join(' or ');
    throw usageError(`Name ${known}, with --tier, --max-output or --reuse. ${seeHelp(spec.name)}`);
  }
  return client.choices.set.mutate({
    operation,
    ...(tier !== undefined && { tier: tierOf(tier) }),
    ...(cap !== undefined && {
      maxOutputTokens: cap === USUAL ? null : Number(parseCount('max-output', cap)),
    }),
    ...(reuse !== undefined && { reusesAnswers: isYes(reuse) }),
  });
}

function tierOf(name: string): ChoiceInput['tier'] {
  if (name === USUAL) return null;
  if (isTier(name)) return name;
  throw usageError(`--tier takes ${Object.keys(TIERS).join(', ')} or ${USUAL}, not "${name}".`);
}

function isYes(answer: string): boolean {
  if (answer === 'yes' || answer === 'no') return answer === 'yes';
  throw usageError(`--reuse takes yes or no, not "${answer}".`);
}

function choiceLines(current: Choices): string[] {
  const rows = current.flatMap(({ operation, chosen, maxOutputTokens, tiers }) =>
    tiers.map(({ tier, model, expected, atMost }) => [
      operation,
      tier === chosen ? `${tier} *` : tier,
      model,
      `≈ ${formatPrice(expected.costNanos)}`,
      formatPrice(atMost.costNanos),
      tier === chosen && maxOutputTokens !== null ? formatCount(maxOutputTokens) : '',
    ]),
  );
  const table = formatTable(
    [
      { title: 'Operation' },
      { title: 'Tier' },
      { title: 'Model' },
      { title: 'A call', align: 'right' },
      { title: 'At most', align: 'right' },
      { title: 'Answer at most', align: 'right' },
    ],
    rows,
  );
  const reused = current.filter(({ reusesAnswers }) => reusesAnswers);
  return [
    ...table,
    ...reused.map(
      ({ operation }) => `${operation} answers a repeated input from an earlier call of the last day.`,
    ),
  ];
}

const isOperation = (name: string): name is ChoiceInput['operation'] => Object.hasOwn(OPERATIONS, name);
const isTier = (name: string): name is NonNullable<ChoiceInput['tier']> => Object.hasOwn(TIERS, name);
