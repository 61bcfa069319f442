/** Whether a word is the English name of a language people speak. */
export function isHumanLanguage(word: string): boolean {
  names ??= languageNames();
  return names.has(word.toLowerCase());
}

let names: Set<string> | undefined;

function languageNames(): Set<string> {
  const display = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' });
  const letters = 'abcdefghijklmnopqrstuvwxyz'.split('');
  const known = letters
    .flatMap((first) => letters.map((second) => first + second))
    .flatMap((code) => display.of(code)?.toLowerCase() ?? []);
  return new Set([...known, 'mandarin', 'cantonese', 'farsi', 'filipino', 'tagalog', 'hawaiian', 'flemish']);
}
