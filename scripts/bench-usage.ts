import { formatUsageBenchmark, runUsageBenchmark } from '@resumint/benchmarks';
import { runBenchmark } from './run-benchmark.ts';

await runBenchmark({
  name: 'bench:usage',
  leastRows: 20_000,
  run: runUsageBenchmark,
  format: formatUsageBenchmark,
});
