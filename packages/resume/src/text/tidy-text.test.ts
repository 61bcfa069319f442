import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tidyText } from './tidy-text.ts';

describe('tidyText', () => {
  it.each([
    ['opens ligatures', 'ﬁne oﬃce', 'fine office'],
    ['narrows full-width letters', 'ＡＢＣ１２', 'ABC12'],
    ['turns icons into gaps', '\uf3c5 Berlin \uf0e0 a@b.co', '\tBerlin\ta@b.co'],
    ['drops invisible characters', 'a\u200bb\ufeffc\u0000', 'abc'],
    ['makes odd spaces plain', 'a\u00a0b\u2009c', 'a b c'],
    ['keeps bullets, accents and signs', '• Zoë: ½ ™ C++', '• Zoë: ½ ™ C++'],
    [
      'joins a word broken at a line’s end',
      'top 5% of submis-\nsions) that year',
      'top 5% of submissions)\nthat year',
    ],
    ['joins a word broken at a soft hyphen', 'infra\u00ad\nstructure', 'infrastructure'],
    ['drops soft hyphens inside a line', 'infra\u00adstructure', 'infrastructure'],
    ['keeps the hyphen of a compound', 'an open-\nsource tool', 'an open-source\ntool'],
    [
      'keeps a hyphen the text has elsewhere',
      'zero-trust\na zero-\ntrust net',
      'zero-trust\na zero-trust\nnet',
    ],
    ['leaves a range of years alone', '2019 -\n2021', '2019 -\n2021'],
    ['knows every kind of line end', 'a\r\nb\rc\u2028d', 'a\nb\nc\nd'],
  ])('%s', (_, text, tidied) => expect(tidyText(text)).toBe(tidied));

  const unit = fc.oneof(
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }),
    fc.constantFrom('ab', 'open', '-', '\u00ad', '\n', ' ', '\t', '-\n', 'ﬁ', '\ue000'),
  );

  it('changes nothing more the second time', () => {
    fc.assert(
      fc.property(fc.string({ unit }), (text) => {
        expect(tidyText(tidyText(text))).toBe(tidyText(text));
      }),
      { numRuns: 1_000, seed: 20261122 },
    );
  });
});
