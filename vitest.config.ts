import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

const exclude = ['**/node_modules/**', '**/.next/**', '**/.data/**'];
const edge = 'packages/testing/src/edge/**/*.integration.test.ts';
const onServers = {
  globalSetup: './packages/testing/src/global-setup.ts',
  testTimeout: 60_000,
  hookTimeout: 120_000,
  maxWorkers: 2,
};

/** What mostly waits goes first, beside others, and last what keeps every processor busy by itself. */
class BusyLast extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    return sorted.toSorted((left, right) => turnOf(left) - turnOf(right));
  }
}

function turnOf({ moduleId }: TestSpecification): number {
  if (moduleId.endsWith('/short-form.integration.test.ts')) return 0;
  return moduleId.endsWith('/planted-faults.integration.test.ts') ? 2 : 1;
}

export default defineConfig({
  test: {
    sequence: { sequencer: BusyLast },
    projects: [
      {
        test: {
          name: 'unit',
          include: ['{apps,packages,drizzle,scripts,e2e}/**/*.test.ts'],
          exclude: [...exclude, '**/*.integration.test.ts'],
          // They keep no state that another one could meet, and load what they share once.
          isolate: false,
          maxWorkers: 2,
          sequence: { groupOrder: 0 },
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          ...onServers,
          name: 'integration',
          include: ['{apps,packages,drizzle,scripts}/**/*.integration.test.ts'],
          exclude: [...exclude, edge],
          // Each has a database of its own. To load the product again for each takes a quarter of their time.
          isolate: false,
          sequence: { groupOrder: 1 },
        },
      },
      {
        // They are tests of the router that are read once more, with another mount: so each begins with nothing loaded.
        test: { ...onServers, name: 'edge', include: [edge], exclude, sequence: { groupOrder: 1 } },
      },
    ],
  },
});
