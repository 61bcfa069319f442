export { formatBenchmark } from './format-benchmark.ts';
export {
  runMeteringBenchmark,
  type BenchmarkOptions,
  type MeteringBenchmark,
} from './run-metering-benchmark.ts';
export { formatUsageBenchmark } from './usage/format-usage-benchmark.ts';
export {
  runUsageBenchmark,
  type UsageBenchmark,
  type UsageBenchmarkOptions,
} from './usage/run-usage-benchmark.ts';
