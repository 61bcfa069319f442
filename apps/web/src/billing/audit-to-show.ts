import type { Audit } from '../usage/answers.ts';

/** Of a glance at the last entries and a check of all: the whole one, unless something was found since. */
export function auditToShow(glance: Audit | undefined, whole: Audit | undefined): Audit | undefined {
  if (!glance || !whole) return whole ?? glance;
  const isNewer = glance.checkedAt > whole.checkedAt;
  const isBroken = glance.found > 0 || !glance.isExact;
  const sawAsMuch = glance.from.kind === 'start';
  return isNewer && (isBroken || sawAsMuch) ? glance : whole;
}
