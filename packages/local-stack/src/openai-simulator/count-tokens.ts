import { encode } from 'gpt-tokenizer/encoding/o200k_base';

export interface Piece {
  text: string;
  tokens: number;
}

const KNOWN_PIECES_MAX = 20_000;
const PIECE =
  /[^\r\n\p{L}\p{N}]?\p{L}{1,32}(?:'\p{Ll}{1,2})?|\p{N}{1,3}| ?[^\s\p{L}\p{N}]{1,16}[\r\n/]{0,4}|[^\S\r\n]{0,16}[\r\n]{1,8}|\s{1,16}(?!\S)|\s{1,16}/gu;

const knownPieces = new Map<string, number>();

/** Counts word by word, since the tokenizer takes quadratic time over one long run of a letter. */
export function countTokens(text: string): number {
  let tokens = 0;
  for (const [piece] of text.matchAll(PIECE)) tokens += tokensOf(piece);
  return tokens;
}

/** The text in pieces of a word or so: joined they are the text, summed they are its count. */
export function* splitTokens(text: string): Generator<Piece> {
  for (const [piece] of text.matchAll(PIECE)) yield { text: piece, tokens: tokensOf(piece) };
}

function tokensOf(piece: string): number {
  const known = knownPieces.get(piece);
  if (known !== undefined) return known;
  const tokens = encode(piece, { disallowedSpecial: new Set() }).length;
  if (knownPieces.size >= KNOWN_PIECES_MAX) knownPieces.clear();
  knownPieces.set(piece, tokens);
  return tokens;
}
