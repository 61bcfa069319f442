import { describe, expect, it } from 'vitest';
import { wholeSentencesOf } from './sentences.ts';

describe('wholeSentencesOf', () => {
  it.each([
    ['One. Two!', ['One.', 'Two!']],
    ['One. And then it was cut', ['One.']],
    ['It was cut at once', []],
    ['She said “yes.” He did (too.)', ['She said “yes.”', 'He did (too.)']],
    ['', []],
  ])('of "%s" are %j', (text, sentences) => {
    expect(wholeSentencesOf(text)).toEqual(sentences);
  });
});
