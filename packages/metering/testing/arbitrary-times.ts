import fc from 'fast-check';

export const HOUR_MS = 3_600_000;
export const DAY_MS = 24 * HOUR_MS;

/** Every zone that the runtime knows by its own name. */
export const ZONES = Intl.supportedValuesOf('timeZone');

/** Zones whose days are out of the ordinary, and ordinary ones all around the globe. */
const TELLING_ZONES = [
  'UTC',
  'Africa/Cairo',
  'America/Los_Angeles',
  'America/New_York',
  'America/Santiago',
  'America/St_Johns',
  'Antarctica/Troll',
  'Asia/Beirut',
  'Asia/Kathmandu',
  'Asia/Tokyo',
  'Atlantic/Azores',
  'Australia/Lord_Howe',
  'Europe/Berlin',
  'Pacific/Apia',
  'Pacific/Kiritimati',
  'Pacific/Pago_Pago',
];

export const arbitraryZone = fc.constantFrom(...TELLING_ZONES);

/** Ten years, in which zones changed their clocks in every way that they still do. */
export const TEN_YEARS = { from: Date.UTC(2020, 0, 1), to: Date.UTC(2030, 0, 1) };

export const arbitraryInstant = fc.integer({ min: TEN_YEARS.from, max: TEN_YEARS.to });
