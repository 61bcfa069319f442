const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'] as const;

const MONTH_WORD =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
const YEAR = '(?:19[5-9]\\d|20\\d\\d)';
const MONTH_NUMBER = '(?:0?[1-9]|1[0-2])';
const DAY = '(?:0?[1-9]|[12]\\d|3[01])';

/** Every way a date is written here; the groups of a match are read by `dateOf`. */
export const DATE_FORMS: readonly {
  source: string;
  read: (match: readonly string[]) => string | undefined;
}[] = [
  { source: `(${YEAR})-(0[1-9]|1[0-2])-(${DAY})`, read: ([, year, month, day]) => iso(year, month, day) },
  { source: `(${YEAR})[-/.](${MONTH_NUMBER})`, read: ([, year, month]) => iso(year, month) },
  {
    source: `(${DAY})\\.(${MONTH_NUMBER})\\.(${YEAR})`,
    read: ([, day, month, year]) => iso(year, month, day),
  },
  { source: `(${MONTH_NUMBER})/${DAY}/(${YEAR})`, read: ([, month, year]) => iso(year, month) },
  { source: `(${MONTH_NUMBER})[/.-](${YEAR})`, read: ([, month, year]) => iso(year, month) },
  {
    source: `(${DAY})(?:st|nd|rd|th)?\\.?\\s(${MONTH_WORD})\\.?,?\\s(${YEAR})`,
    read: ([, day, month, year]) => iso(year, monthOf(month), day),
  },
  {
    source: `(${MONTH_WORD})\\.?\\s(${DAY})(?:st|nd|rd|th)?,?\\s(${YEAR})`,
    read: ([, month, day, year]) => iso(year, monthOf(month), day),
  },
  {
    source: `(${MONTH_WORD})\\.?,?[\\s/-]?\\s?(?:of\\s)?(${YEAR})`,
    read: ([, month, year]) => iso(year, monthOf(month)),
  },
  {
    source: `(${MONTH_WORD})\\.?\\s?['’](\\d\\d)`,
    read: ([, month, year]) => iso(centuryOf(year), monthOf(month)),
  },
  {
    source: `(?:spring|summer|fall|autumn|winter|q[1-4]|early|mid|late|end\\sof)[\\s-]?(?:of\\s)?(${YEAR})`,
    read: ([, year]) => year,
  },
  { source: `(${YEAR})`, read: ([, year]) => year },
];

/** A month without its year, as in "May – Aug 2022". */
export const BARE_MONTH = `(${MONTH_WORD})\\.?`;

export function monthOf(word: string | undefined): string | undefined {
  const index = MONTHS.findIndex((month) => word?.toLowerCase().startsWith(month));
  return index < 0 ? undefined : String(index + 1).padStart(2, '0');
}

function centuryOf(twoDigits: string | undefined): string | undefined {
  if (twoDigits === undefined) return undefined;
  return Number(twoDigits) >= 50 ? `19${twoDigits}` : `20${twoDigits}`;
}

function iso(year: string | undefined, month: string | undefined, day?: string): string | undefined {
  if (year === undefined) return undefined;
  if (month === undefined) return year;
  const date = `${year}-${month.padStart(2, '0')}`;
  return day === undefined ? date : `${date}-${day.padStart(2, '0')}`;
}
