import { expect, it } from 'vitest';
import { standingOf } from './standing-of.ts';

it.each([
  [{ limit: 100n, used: 0n, isNear: false }, 'normal'],
  [{ limit: 100n, used: 80n, isNear: true }, 'near'],
  [{ limit: 100n, used: 99n, isNear: true }, 'near'],
  [{ limit: 100n, used: 100n, isNear: true }, 'over'],
  [{ limit: 100n, used: 120n, isNear: true }, 'over'],
  [{ limit: 0n, used: 0n, isNear: true }, 'over'],
  [{ limit: null, used: 10n ** 18n, isNear: false }, 'normal'],
] as const)('%o stands %s', (usage, standing) => expect(standingOf(usage)).toBe(standing));
