import { strict as assert } from 'node:assert';
import { join } from 'node:path';
import { z } from 'zod';
import { root } from '../run-command.ts';
import type { Launched } from './launch.ts';

export const FIXTURE = join(root, 'packages/resume/fixtures/rendercv_classic.pdf');

/** What the command line ends with when a limit refuses. */
const EXIT_LIMIT = 3;

const Window = z.object({ startsAt: z.iso.datetime(), resetsAt: z.iso.datetime() });

/** What `parse --json` promises to programs. */
export const ParseOutput = z.object({
  resume: z.object({ basics: z.object({ name: z.string() }) }),
  unplaced: z.array(z.string()),
  receipt: z.object({
    operationId: z.string(),
    priceVersion: z.string(),
    status: z.literal('settled'),
    tokens: z.object({
      input: z.int().positive(),
      cachedInput: z.int(),
      output: z.int().positive(),
      reasoning: z.int(),
      total: z.int().positive(),
    }),
    costNanos: z.int().positive(),
    held: z.object({ tokens: z.int().positive(), costNanos: z.int().positive() }),
    day: Window,
    month: Window,
  }),
});

/** A PDF goes in through the command line; a resume and its receipt come out, and the same key gives the same answer. */
export async function checkMainJob({ cli }: Launched): Promise<void> {
  const args = ['parse', FIXTURE, '--json', '--key', 'smoke-main-job'];
  const first = await cli(...args);
  assert.equal(first.code, 0, first.errors);
  const { resume, receipt } = ParseOutput.parse(JSON.parse(first.output));
  assert.equal(resume.basics.name, 'John Doe');
  assert.ok(receipt.held.tokens >= receipt.tokens.total, 'more was used than held');

  const again = await cli(...args);
  assert.equal(ParseOutput.parse(JSON.parse(again.output)).receipt.operationId, receipt.operationId);

  await cli('limits', 'lower', '--tokens-per-day', '1000');
  const denied = await cli('parse', FIXTURE, '--json');
  assert.equal(denied.code, EXIT_LIMIT, denied.output);
  const free = await cli('parse', FIXTURE, '--free', '--json');
  assert.equal(free.code, 0, free.errors);
  await cli('limits', 'restore');
  console.log(
    `Main job: ${receipt.tokens.total} tokens for ${receipt.costNanos} nano-dollars; refused at the limit.`,
  );
}
