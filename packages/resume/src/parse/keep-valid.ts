import { Resume } from '../model/resume.ts';
import { withoutEmpty } from '../model/without-empty.ts';

/** The part of a draft that the model allows, and the values that had to go. */
export function keepValid(draft: unknown): { resume: Resume; dropped: string[] } {
  const dropped: string[] = [];
  let rest = draft;
  for (let round = 0; round < 3; round += 1) {
    const candidate = withoutEmpty(rest) ?? {};
    const checked = Resume.safeParse(candidate);
    if (checked.success) return { resume: checked.data, dropped };
    for (const { path } of checked.error.issues) dropped.push(...removeAt(candidate, path));
    rest = candidate;
  }
  return { resume: {}, dropped: [...dropped, ...textsOf(rest)] };
}

function removeAt(root: unknown, path: readonly PropertyKey[]): string[] {
  let holder: unknown = root;
  for (const key of path.slice(0, -1)) holder = isHolder(holder) ? holder[key] : undefined;
  const key = path.at(-1);
  if (!isHolder(holder) || key === undefined) return [];
  const value = holder[key];
  if (Array.isArray(value)) return value.splice(100).flatMap(textsOf);
  holder[key] = undefined;
  return textsOf(value);
}

function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsOf) : [];
}

function isHolder(value: unknown): value is Record<PropertyKey, unknown> {
  return typeof value === 'object' && value !== null;
}
