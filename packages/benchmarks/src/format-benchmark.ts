import type { Measured } from './measure.ts';
import { median } from './measure.ts';
import type { MeteringBenchmark } from './run-metering-benchmark.ts';
import type { Round } from './rounds.ts';

/** The benchmark as a table for people. */
export function formatBenchmark(benchmark: MeteringBenchmark): string {
  const { server, ratios, rounds, matrix, sizes, farFleets } = benchmark;
  const { growth, ...flat } = ratios;
  return [
    `${server.version}`,
    ...Object.entries(server.settings).map(([name, value]) => `${name} = ${value}`),
    '',
    '16 callers, pairs a second, median of the rounds      many users      one hot user',
    ...(['floor', 'mysql', 'http', 'interactive', 'peer'] as const).map((name) =>
      row(name, [rate(rounds, ({ many }) => many[name]), rate(rounds, ({ hot }) => hot[name])]),
    ),
    '',
    ...Object.entries(flat).map(([name, value]) => row(name, [value.toFixed(2)])),
    ...Object.entries(growth).map(([name, value]) => row(`growth of ${name}`, [value.toFixed(2)])),
    '',
    'driver, users, callers                              pairs a second    hold p50 ms    hold p99 ms    statements',
    ...matrix.map((cell) =>
      row(`${cell.driver}, ${cell.users}, ${cell.callers}`, [
        cell.pairsPerSecond.toFixed(0),
        cell.holdP50Ms.toFixed(2),
        cell.holdP99Ms.toFixed(2),
        cell.statementsPerCall.toFixed(2),
      ]),
    ),
    '',
    row('four processes, one user, pairs a second', [benchmark.pairsFourProcesses.toFixed(0)]),
    row('limit exact', [String(benchmark.isLimitExact)]),
    row('deadlocks broken by the server, none surfaced', [String(benchmark.deadlocks)]),
    row('statements of a hold, over HTTP and by mysql', [
      String(benchmark.roundTripsAllow),
      String(benchmark.statementsAllow),
    ]),
    row('bytes a call, of many people in turns', [benchmark.bytesPerCallInTurns.toFixed(0)]),
    ...farFleets.map((fleet) =>
      row(`16 processes, ${fleet.roundTripMs} ms away, model ${fleet.modelMs} ms: *`, [
        fleet.holdP50RoundTrips.toFixed(1),
        fleet.holdP99RoundTrips.toFixed(1),
        fleet.triesPerEntry.toFixed(1),
      ]),
    ),
    '* p50 and p99 of a hold in round trips, inserts for each entry',
    '',
    'rows                                                 hold ms         settle ms      quote ms       summary ms     bytes a call',
    ...sizes.map(({ rows, p50Ms, bytesPerCall }) =>
      row(String(rows), [...Object.values(p50Ms).map((value) => value.toFixed(2)), bytesPerCall.toFixed(0)]),
    ),
  ].join('\n');
}

function rate(rounds: readonly Round[], of: (round: Round) => Measured): string {
  return median(rounds.map((round) => of(round).perSecond)).toFixed(0);
}

function row(name: string, values: readonly string[]): string {
  return name.padEnd(52) + values.map((value) => value.padStart(14)).join(' ');
}
