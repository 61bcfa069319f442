import type { Extent } from './fill.ts';
import type { UsageBenchmark } from './run-usage-benchmark.ts';

/** The benchmark as a table for people. */
export function formatUsageBenchmark(benchmark: UsageBenchmark): string {
  const { server, ledgers, against, p50Ms, p95Ms, growth, overHttp } = benchmark;
  return [
    server.version,
    ...Object.entries(server.settings).map(([name, value]) => `${name} = ${value}`),
    '',
    row('', ['rows', 'days', 'of the person', 'roll-up', 'quarters', 'alerts', 'far page']),
    row('same pace', cells(ledgers.samePace)),
    row('same period', cells(ledgers.samePeriod)),
    row('larger', cells(ledgers.large)),
    '',
    row('ms', ['against', 'p50 smaller', 'p50 larger', 'growth', 'p95', 'HTTP growth', 'HTTP p95']),
    ...Object.keys(p95Ms).map((name) =>
      row(name, [
        against[name] ?? '',
        ...[
          p50Ms.small[name],
          p50Ms.large[name],
          growth[name],
          p95Ms[name],
          overHttp.growth[name],
          overHttp.p95Ms[name],
        ].map((value) => value?.toFixed(2) ?? ''),
      ]),
    ),
  ].join('\n');
}

function cells({ rows, days, person }: Extent): string[] {
  return [rows, days, person.rows, person.rollUpRows, person.quarterRows, person.alerts, person.farPage].map(
    String,
  );
}

function row(name: string, values: readonly string[]): string {
  return name.padEnd(20) + values.map((value) => value.padStart(14)).join('');
}
