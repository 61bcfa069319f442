import { PROGRAM, type Command, type OptionSpec } from './command.ts';
import { COMMANDS } from './commands.ts';
import { EXIT, EXIT_MEANINGS } from './exit-codes.ts';

export function helpLines(): string[] {
  return [
    `Usage: ${PROGRAM} COMMAND [OPTIONS]`,
    '',
    ...columns(COMMANDS.map(({ spec }) => [`${spec.name} ${spec.operands}`.trim(), spec.about])),
    '',
    `More of a command: ${PROGRAM} COMMAND --help`,
    '',
    'Environment',
    ...columns([
      ['RESUMINT_URL', 'where Resumint runs; the one that "npm start" runs here when left out'],
      ['DATA_DIRECTORY', 'where "npm start" keeps its data, when that is not .data'],
      ['RESUMINT_TOKEN', 'a session token, in place of a saved sign-in'],
      ['NO_COLOR', 'no colors'],
    ]),
    '',
    ...exitLines(),
  ];
}

export function commandHelpLines({ spec }: Command): string[] {
  return [
    `Usage: ${[PROGRAM, spec.name, spec.operands].filter((part) => part !== '').join(' ')} [OPTIONS]`,
    '',
    spec.about,
    ...(spec.details === undefined ? [] : ['', spec.details]),
    '',
    'Options',
    ...columns([...Object.entries(spec.options).map(optionRow), ['--help', 'show this']]),
    '',
    `Exit codes: see "${PROGRAM} --help".`,
  ];
}

function optionRow([name, { value, about }]: [string, OptionSpec]): [string, string] {
  return [`--${name}${value === undefined ? '' : ` ${value}`}`, about];
}

function exitLines(): string[] {
  const rows = Object.entries(EXIT_MEANINGS).map(([name, meaning]): [string, string] => [
    String(Object.entries(EXIT).find(([key]) => key === name)?.[1]),
    meaning,
  ]);
  return [
    'Exit codes',
    ...columns(rows),
    'With --json, an error is { "error": { code, message, … } } on the standard error.',
  ];
}

function columns(rows: [string, string][]): string[] {
  const width = Math.max(...rows.map(([left]) => left.length));
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`);
}
