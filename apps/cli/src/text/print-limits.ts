import type { Limits } from '../answers.ts';
import { EXIT } from '../exit-codes.ts';
import { writeLines, type Io } from '../io.ts';
import { toJson } from '../json/to-json.ts';
import { limitsLines } from './limits-lines.ts';

/** Shows limits as they stand after a command. */
export function printLimits({ out }: Io, current: Limits, isJson = false): number {
  writeLines(out, isJson ? [toJson(current)] : limitsLines(current));
  return EXIT.ok;
}
