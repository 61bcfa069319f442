/** A stream that does not hold together: a gap, an entry that was edited, or a position that nobody here wrote. */
export class BrokenStreamError extends Error {
  override readonly name = 'BrokenStreamError';
  /** Stands in logs, where messages do not. */
  readonly code: string;

  constructor(of: { userId: string; seq: number; problem: 'missing' | 'forged' | 'forgedPosition' }) {
    super(`the stream of ${of.userId} is broken at ${of.seq}: ${of.problem}`);
    this.code = `${of.problem} ${of.userId}/${of.seq}`;
  }
}
