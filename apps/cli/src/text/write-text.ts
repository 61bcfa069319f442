import { writeLines, type Screen } from '../io.ts';
import { wrapLines } from './wrap-lines.ts';

/** Writes what people read, wrapped where there is a terminal. */
export function writeText(screen: Screen, lines: string[]): void {
  writeLines(screen, wrapLines(lines, screen.columns));
}
