import type { Operation, OperationName } from './operation.ts';
import { parseResume } from './parse/parse-resume.ts';
import { summarizeResume } from './summarize/summarize-resume.ts';

/** What is known of each operation beside how it is made. */
export const OPERATIONS: Readonly<Record<OperationName, OperationTraits>> = {
  'resume.parse': parseResume,
  'resume.summarize': summarizeResume,
};

/** Whether an answer of an earlier call may be given again: only where the same input is meant to have the same one. */
export function canReuse(operation: OperationName): boolean {
  return OPERATIONS[operation].whenRepeated === 'sameAnswer';
}

export type OperationTraits = Pick<
  Operation<never, unknown>,
  'name' | 'typical' | 'smallestCap' | 'whenRepeated'
>;
