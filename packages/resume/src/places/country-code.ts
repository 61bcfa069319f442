/** The two-letter code of a country by its English name or a common other one. */
export function countryCode(name: string): string | undefined {
  codes ??= namesToCodes();
  return codes.get(name.trim().toLowerCase().replace(/^the /, '').replaceAll('.', ''));
}

/** Every name a country's code goes by here. */
export function countryNames(code: string): string[] {
  codes ??= namesToCodes();
  return [...codes].filter(([, known]) => known === code.toUpperCase()).map(([name]) => name);
}

let codes: Map<string, string> | undefined;

function namesToCodes(): Map<string, string> {
  const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'.split('');
  const known = letters
    .flatMap((first) => letters.map((second) => first + second))
    .flatMap((code): [string, string][] => {
      const name = names.of(code)?.toLowerCase();
      return name === undefined || !isCountry(code) ? [] : [[name, code]];
    });
  return new Map([...known, ...OTHER_NAMES]);
}

const NO_COUNTRY = new Set(['EU', 'EZ', 'QO', 'UN', 'XA', 'XB', 'ZZ']);

// Old codes and aliases, such as UK, stand for another one.
function isCountry(code: string): boolean {
  return !NO_COUNTRY.has(code) && new Intl.Locale(`und-${code}`).region === code;
}

const OTHER_NAMES: readonly [string, string][] = [
  ['uk', 'GB'],
  ['great britain', 'GB'],
  ['england', 'GB'],
  ['scotland', 'GB'],
  ['wales', 'GB'],
  ['northern ireland', 'GB'],
  ['usa', 'US'],
  ['us', 'US'],
  ['united states of america', 'US'],
  ['turkey', 'TR'],
  ['türkiye', 'TR'],
  ['czech republic', 'CZ'],
  ['korea', 'KR'],
  ['holland', 'NL'],
  ['uae', 'AE'],
  ['deutschland', 'DE'],
  ['österreich', 'AT'],
  ['schweiz', 'CH'],
  ['españa', 'ES'],
  ['italia', 'IT'],
  ['polska', 'PL'],
  ['brasil', 'BR'],
  ['méxico', 'MX'],
  ['hong kong', 'HK'],
  ['ivory coast', 'CI'],
];
