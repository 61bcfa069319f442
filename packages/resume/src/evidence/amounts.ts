/** A number as it is written, and what it comes to: "40%" is `40%`, "5 million" and "5M" are `5m`. */
export interface Amount {
  written: string;
  value: string;
}

const WORDS: ReadonlyMap<string, number> = new Map(
  (
    'two:2 three:3 four:4 five:5 six:6 seven:7 eight:8 nine:9 ten:10 eleven:11 twelve:12 thirteen:13 fourteen:14 ' +
    'fifteen:15 sixteen:16 seventeen:17 eighteen:18 nineteen:19 twenty:20 thirty:30 forty:40 fifty:50 sixty:60 ' +
    'seventy:70 eighty:80 ninety:90'
  )
    .split(' ')
    .map((pair): [string, number] => [pair.split(':')[0] ?? '', Number(pair.split(':')[1])]),
);

const DIGITS =
  /(?<![\p{L}\d])(\d[\d,]*(?:\.\d+)?)(?:\s?(%|percent|per cent|x\b|k\b|m\b|mm\b|b\b|bn\b|thousand\b|million\b|billion\b))?/giu;
const SPELLED = new RegExp(
  `(?<![\\p{L}-])(${[...WORDS.keys()].join('|')})(?:[- ]([a-z]{3,5})\\b)?(?:\\s?(percent|thousand|million|billion)\\b)?`,
  'giu',
);
const VAGUE = /\b(?:dozens?|hundreds?|thousands?|millions?|billions?|decades?)\b/gi;

/** The numbers of a text, in digits and in words. Words up to ten count only where years are counted. */
export function amountsOf(text: string): Amount[] {
  const digits = [...text.matchAll(DIGITS)].map(([written, number = '', unit]) => ({
    written: written.trim(),
    value: valueOf(Number(number.replaceAll(',', '')), unit),
  }));
  return [...digits, ...spelledAmounts(text), ...vagueAmounts(text)];
}

function spelledAmounts(text: string): Amount[] {
  return [...text.matchAll(SPELLED)].flatMap(([written, first = '', second, unit]) => {
    const tens = WORDS.get(first.toLowerCase());
    if (tens === undefined) return [];
    const ones = tens >= 20 ? (WORDS.get(second?.toLowerCase() ?? '') ?? 0) : 0;
    const isCounted = tens > 10 || unit !== undefined || /^years?$/i.test(second ?? '');
    const isWhole = ones > 0 && ones < 10;
    return isCounted
      ? [{ written: isWhole || unit ? written : first, value: valueOf(tens + (isWhole ? ones : 0), unit) }]
      : [];
  });
}

function vagueAmounts(text: string): Amount[] {
  return [...text.matchAll(VAGUE)]
    .filter(
      ({ index }) =>
        !/[\d]\s?$|(?:teen|ty|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\s$/i.test(
          text.slice(0, index),
        ),
    )
    .map(([written]) => ({ written, value: written.toLowerCase().replace(/s$/, '') }));
}

function valueOf(number: number, unit: string | undefined): string {
  return `${number}${UNITS[unit?.toLowerCase() ?? ''] ?? ''}`;
}

const UNITS: Readonly<Record<string, string>> = {
  '%': '%',
  percent: '%',
  'per cent': '%',
  x: 'x',
  k: 'k',
  thousand: 'k',
  m: 'm',
  mm: 'm',
  million: 'm',
  b: 'b',
  bn: 'b',
  billion: 'b',
};
