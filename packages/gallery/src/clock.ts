/** When every state is looked at: the afternoon of a Wednesday, in the middle of a month. */
export const NOW = Date.UTC(2026, 5, 17, 12, 20);

/** Where it is 14:20 then. */
export const ZONE = 'Europe/Berlin';

export const SECOND_MS = 1_000;
export const MINUTE_MS = 60 * SECOND_MS;
export const HOUR_MS = 60 * MINUTE_MS;
export const DAY_MS = 24 * HOUR_MS;
