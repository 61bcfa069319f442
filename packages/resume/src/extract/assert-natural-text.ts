import { AppError } from '@resumint/errors';

const RUN_LENGTH_MAX = 1_000;
const WORD_LENGTH_MAX = 2_000;
const LETTERS_SHARE_MIN = 0.3;

/**
 * Refuses what no person writes: one character over and over, a word of thousands of characters, more signs
 * than letters. Such text can hold a tokenizer for seconds.
 */
export function assertNaturalText(text: string): void {
  if (hasLongRun(text) || hasLongWord(text) || hasFewLetters(text)) {
    throw new AppError(
      'bad_input',
      'This does not read like a text: one character or one word goes on and on. Check the file, or paste the text of the resume.',
    );
  }
}

function hasLongRun(text: string): boolean {
  let run = 0;
  for (let index = 1; index < text.length; index += 1) {
    run = text[index] === text[index - 1] ? run + 1 : 0;
    if (run >= RUN_LENGTH_MAX) return true;
  }
  return false;
}

function hasLongWord(text: string): boolean {
  return text.split(/\s+/).some((word) => word.length > WORD_LENGTH_MAX);
}

function hasFewLetters(text: string): boolean {
  const visible = text.replace(/\s/g, '');
  const letters = visible.replace(/[^\p{L}]/gu, '');
  return visible.length > 200 && letters.length < visible.length * LETTERS_SHARE_MIN;
}
