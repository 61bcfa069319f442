/** Ends where a full stop, question or exclamation mark is followed by a space and what can begin a sentence. */
const BOUNDARY = /(?<=[.!?]["”’)]?)\s+(?=["“‘(]?[\p{Lu}\p{N}])/u;

/** A text in sentences. Joined with spaces they are the text again, but for its white space. */
function sentencesOf(text: string): string[] {
  return text
    .split(BOUNDARY)
    .map((sentence) => sentence.trim().replaceAll(/\s+/g, ' '))
    .filter((sentence) => sentence !== '');
}

const END = /[.!?]["”’)]?$/;

/** The same without what follows the last full stop, question or exclamation mark: a sentence that was cut off. */
export function wholeSentencesOf(text: string): string[] {
  return sentencesOf(text).filter((sentence) => END.test(sentence));
}

/** The sentences of a text that are followed by another, and the last, which may still go on. */
export function splitBegun(text: string): { whole: string[]; begun: string } {
  const begun = text.split(BOUNDARY).at(-1) ?? '';
  return { whole: sentencesOf(text.slice(0, text.length - begun.length)), begun };
}
