/** A row on the wire: every value's length in bytes, −1 for NULL, and all the bytes behind one another. */
export interface VitessRow {
  lengths: string[];
  values?: string;
}

export function encodeRow(cells: (Buffer | null)[]): VitessRow {
  const bytes = Buffer.concat(cells.filter((cell) => cell !== null));
  return {
    lengths: cells.map((cell) => String(cell?.length ?? -1)),
    ...(bytes.length > 0 && { values: bytes.toString('base64') }),
  };
}
