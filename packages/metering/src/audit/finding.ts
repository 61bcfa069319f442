/** What is wrong with one entry of a stream, or with what is kept of it elsewhere. */
export interface AuditFinding {
  /** The entry's sequence; of several that are missing, the first. */
  seq: number;
  problem:
    | 'edited'
    | 'missing'
    | 'inserted'
    /** The stream ends before the entry up to which it was followed, or another stands there. */
    | 'cut'
    | 'wrongTotal'
    | 'unreadable'
    /** The checkpoint of the stream is not signed by this application. */
    | 'forgedCheckpoint';
  detail: string;
}
