import { EXPORT_COLUMNS, type ExportRow } from './export-row.ts';
import { CSV_BEGIN, CSV_MEDIA_TYPE, formatCsvLine } from './format-csv.ts';

/** How rows become a file, part by part. */
export interface ExportFormat {
  mediaType: string;
  begin: (zone: string) => string;
  /** `isFirst` of the whole file. */
  row: (row: ExportRow, isFirst: boolean) => string;
  end: string;
}

declare global {
  interface JSON {
    rawJSON(text: string): object;
  }
}

export const EXPORT_FORMATS = {
  csv: {
    mediaType: CSV_MEDIA_TYPE,
    begin: (zone) => {
      const titles = EXPORT_COLUMNS.map((name) => (name.endsWith('_local') ? `${name} (${zone})` : name));
      return CSV_BEGIN + formatCsvLine(titles);
    },
    row: (row) => formatCsvLine(EXPORT_COLUMNS.map((name) => row[name])),
    end: '',
  },
  json: {
    mediaType: 'application/json; charset=utf-8',
    begin: (zone) => `{"zone":${JSON.stringify(zone)},"entries":[`,
    row: (row, isFirst) => `${isFirst ? '' : ','}\n${toJson(row)}`,
    end: '\n]}\n',
  },
} as const satisfies Record<string, ExportFormat>;

/** A bigint is a number with all its digits. */
function toJson(row: ExportRow): string {
  return JSON.stringify(row, (_key, part: unknown) =>
    typeof part === 'bigint' ? JSON.rawJSON(String(part)) : part,
  );
}
