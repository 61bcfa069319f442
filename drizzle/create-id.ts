const PREFIXES = {
  user: 'usr',
  session: 'ses',
  document: 'doc',
  resume: 'res',
  terms: 'trm',
  void: 'vod',
  adjustment: 'adj',
} as const;

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';
const TIME_LENGTH = 10;
const RANDOM_LENGTH = 16;

/** A new id such as `usr_01h9…`: sorts by time to the millisecond, and 80 random bits make it unguessable. */
export function createId(of: keyof typeof PREFIXES, now: Date = new Date()): string {
  const random = crypto.getRandomValues(new Uint8Array(RANDOM_LENGTH));
  return `${PREFIXES[of]}_${encodeTime(now.getTime())}${Array.from(random, (byte) => ALPHABET.charAt(byte % 32)).join('')}`;
}

function encodeTime(milliseconds: number): string {
  let rest = milliseconds;
  let text = '';
  for (let index = 0; index < TIME_LENGTH; index += 1) {
    text = ALPHABET.charAt(rest % 32) + text;
    rest = Math.floor(rest / 32);
  }
  return text;
}
