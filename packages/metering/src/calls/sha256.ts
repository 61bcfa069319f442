import { sha256 as portableSha256 } from '@noble/hashes/sha2.js';
import { nodeCrypto } from '../ledger/node-crypto.ts';

const utf8 = new TextEncoder();
const nodeHash = nodeCrypto?.hash;

/** Of the text in UTF-8. */
export const sha256: (text: string) => Uint8Array = nodeHash
  ? (text) => nodeHash('sha256', text, 'buffer')
  : sha256Anywhere;

/** Takes three times as long as Node's own. */
export function sha256Anywhere(text: string): Uint8Array {
  return portableSha256(utf8.encode(text));
}
