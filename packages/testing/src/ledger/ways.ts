import { platforms, type Platform } from '../test-database.ts';

/** Every server and driver, with callers that append for themselves and with such that are combined. */
export function ways(): (Platform & { combine: boolean })[] {
  return platforms().flatMap((platform) => [
    { ...platform, combine: false },
    { ...platform, combine: true },
  ]);
}
