import { joinHyphenated } from './join-hyphenated.ts';

/**
 * The same words in plain characters: ligatures and full-width forms opened, icon glyphs turned into gaps,
 * invisible characters dropped, words broken at a line's end made whole. Lines stay lines; applying it twice
 * changes nothing more.
 */
export function tidyText(text: string): string {
  const plain = text
    .normalize('NFC')
    .replace(/\r\n?|[\f\v\u0085\u2028\u2029]/g, '\n')
    .replace(/[\uFB00-\uFB06\uFF01-\uFF5E]/g, (character) => character.normalize('NFKC'))
    .replace(/[\uE000-\uF8FF\u{F0000}-\u{FFFFD}\u{100000}-\u{10FFFD}]/gu, '\t')
    .replace(/[\u00A0\u1680\u2000-\u200A\u202F\u205F\u3000]/g, ' ')
    .replace(INVISIBLE, '')
    .replace(/\uFFFD/g, '');
  return joinHyphenated(plain.split('\n'))
    .map((line) => line.trimEnd().replace(/[ \t]+/g, (gap) => (gap.includes('\t') ? '\t' : gap)))
    .join('\n');
}

// Control and format characters, but for line ends, tabs, soft hyphens and the joiners some scripts are written with.
const INVISIBLE = /(?![\n\t\u00AD\u200C\u200D])[\p{Cc}\p{Cf}]/gu;
