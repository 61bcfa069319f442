const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

interface Period {
  startDate?: string | undefined;
  endDate?: string | undefined;
}

/** A date of JSON Resume to the month: "Jun 2023", or "2023" where no month is known. */
export function formatPartialDate(date: string): string {
  const [year = '', month = ''] = date.split('-');
  const name = MONTHS[Number(month) - 1];
  return name === undefined ? year : `${name} ${year}`;
}

/** "Jun 2023 – now": what has begun and has no end goes on. Null where no date is known. */
export function formatPeriod({ startDate, endDate }: Period): string | null {
  const start = startDate === undefined ? null : formatPartialDate(startDate);
  const end = endDate === undefined ? null : formatPartialDate(endDate);
  if (start === null) return end && `until ${end}`;
  return start === end ? start : `${start} – ${end ?? 'now'}`;
}
