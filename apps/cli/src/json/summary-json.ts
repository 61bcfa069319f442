import type { Summary } from '../answers.ts';
import { windowJson } from './window-json.ts';

export function summaryJson({ day, month, ...summary }: Summary) {
  return { ...summary, day: windowJson(day), month: windowJson(month) };
}
