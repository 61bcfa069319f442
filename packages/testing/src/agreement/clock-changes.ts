/** The day on which the clocks of a zone change, and how long it is. */
export interface ClockChange {
  zone: string;
  changesAt: string;
  dayHours: number;
}

/** In both directions: by an hour and by half of one, at night and at midnight, in zones of whole and of quarter hours. */
export const CLOCK_CHANGES: readonly ClockChange[] = [
  { zone: 'Europe/Berlin', changesAt: '2026-03-29T01:00:00Z', dayHours: 23 },
  { zone: 'Europe/Berlin', changesAt: '2026-10-25T01:00:00Z', dayHours: 25 },
  { zone: 'America/New_York', changesAt: '2026-03-08T07:00:00Z', dayHours: 23 },
  { zone: 'America/New_York', changesAt: '2026-11-01T06:00:00Z', dayHours: 25 },
  { zone: 'America/Santiago', changesAt: '2026-09-06T04:00:00Z', dayHours: 23 },
  { zone: 'America/Santiago', changesAt: '2026-04-05T03:00:00Z', dayHours: 25 },
  { zone: 'Australia/Lord_Howe', changesAt: '2026-10-03T15:30:00Z', dayHours: 23.5 },
  { zone: 'Australia/Lord_Howe', changesAt: '2026-04-04T15:00:00Z', dayHours: 24.5 },
  { zone: 'Pacific/Chatham', changesAt: '2026-09-26T14:00:00Z', dayHours: 23 },
  { zone: 'Pacific/Chatham', changesAt: '2026-04-04T14:00:00Z', dayHours: 25 },
];

export const ZONES = [...new Set(CLOCK_CHANGES.map(({ zone }) => zone))];
