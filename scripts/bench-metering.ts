import { formatBenchmark, runMeteringBenchmark } from '@resumint/benchmarks';
import { runBenchmark } from './run-benchmark.ts';

await runBenchmark({
  name: 'bench:metering',
  leastRows: 20_000,
  run: runMeteringBenchmark,
  format: formatBenchmark,
});
