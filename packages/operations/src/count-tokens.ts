import { encode } from 'gpt-tokenizer/encoding/o200k_base';

const PIECE_LENGTH = 2_000;
/** The tokenizer takes quadratic time over one long word: https://github.com/niieani/gpt-tokenizer/issues */
const LONGEST_WORD = 100;
const CHUNK = new RegExp(`\\s{1,${LONGEST_WORD}}|\\S{1,${LONGEST_WORD}}`, 'gu');

/**
 * Tokens of a text in the o200k encoding, counted in pieces so that the time is linear in its length. Cutting can
 * only add tokens, so the count is never below the model's own.
 */
export function countTokens(text: string): number {
  let tokens = 0;
  let piece = '';
  for (const [chunk] of text.matchAll(CHUNK)) {
    if (piece.length + chunk.length > PIECE_LENGTH || isCut(chunk)) {
      tokens += countPiece(piece);
      piece = '';
    }
    piece += chunk;
  }
  return tokens + countPiece(piece);
}

const isCut = (chunk: string) => chunk.length >= LONGEST_WORD;

function countPiece(piece: string): number {
  return piece === '' ? 0 : encode(piece, { disallowedSpecial: new Set() }).length;
}
