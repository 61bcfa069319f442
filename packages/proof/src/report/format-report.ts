import { BREACHES } from '../check/findings.ts';
import type { ProofReport } from './build-report.ts';

/** The report as plain text, in columns. */
export function formatReport(report: ProofReport): string {
  const { faults, endings } = report;
  const verdict = report.breached ? 'BREACHED' : report.void ? 'VOID: it shows nothing' : 'held';
  return [
    `${report.server} over ${report.driver}, combiner ${report.combiner}, seed ${report.seed}`,
    `${report.operations} calls of ${report.people} people by ${report.processes} processes in ${report.seconds} s (${report.secondsRunning} running, ${report.secondsFollowing} following to the end, ${report.secondsChecking} checking)`,
    '',
    columns([
      ['kills', report.kills],
      ['passes of followers', `${report.passes}, and ${report.passesCutOff} cut off`],
      ...BREACHES.map((name): Line => [name, report[name]]),
      ['unexpectedErrors', report.unexpectedErrors],
    ]),
    '',
    columns([
      ['admitted', report.admitted],
      ['settled', report.settled],
      ['released', report.released],
      ['expired', report.expired],
      ['corrected', report.corrected],
      ['of those by asking', report.correctedByAsking],
      ['estimated', report.estimated],
      ['tolerated by soft limits', report.tolerated],
      ['overrun', `${report.overrun.calls} calls, ${report.overrun.tokens} tokens`],
      ['alerts', report.alerts],
      ['entries', report.entries],
    ]),
    '',
    columns([
      ['calls that met', 'met', 'admitted'],
      ...Object.entries(faults).map(([fault, { met, admitted }]): Line => [fault, met, admitted]),
    ]),
    '',
    columns([['callers were told', ''], ...Object.entries(endings)]),
    '',
    ...report.voidReasons.map((reason) => `void: ${reason}`),
    ...report.examples.map((example) => (typeof example === 'string' ? example : JSON.stringify(example))),
    `The limits ${verdict}.`,
  ].join('\n');
}

type Line = [name: string, ...cells: (string | number)[]];

function columns(lines: Line[]): string {
  const widths = lines.reduce<number[]>(
    (widest, line) => line.map((cell, at) => Math.max(widest[at] ?? 0, String(cell).length)),
    [],
  );
  return lines
    .map(([name, ...cells]) =>
      [
        name.padEnd(widths[0] ?? 0),
        ...cells.map((cell, at) => String(cell).padStart(widths[at + 1] ?? 0)),
      ].join('  '),
    )
    .join('\n');
}
