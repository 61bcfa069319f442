import { tidyText } from '../text/tidy-text.ts';

/** The words of a text without case, accents and punctuation, between single spaces, with one at either end. */
export function wordsOf(text: string): string {
  const plain = tidyText(text)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/ß/g, 'ss')
    .replace(/ı/g, 'i')
    .replace(/(\d),(?=\d{3}(?!\d))/g, '$1')
    .replace(/(\p{L})['’](\p{L})/gu, '$1$2');
  // The signs of C++ and C# tell them from C.
  return ` ${plain.match(/(?<![\p{L}\p{N}])\p{L}{1,2}[+#]{1,2}|[\p{L}\p{N}]+/gu)?.join(' ') ?? ''} `;
}
