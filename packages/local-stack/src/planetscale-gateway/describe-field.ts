import mysql, { type FieldPacket } from 'mysql2';

// Node does not see this export of the CommonJS module by name.
const { Types } = mysql;

/** A column as `@planetscale/database` reads it. Protobuf's JSON leaves out fields that are zero or empty. */
export interface VitessField {
  name: string;
  type?: string;
  table?: string;
  orgTable?: string;
  database?: string;
  orgName?: string;
  columnLength?: number;
  charset?: number;
  decimals?: number;
  flags?: number;
}

const unsignedFlag = 32;
const binaryFlag = 128;
const enumFlag = 256;
const setFlag = 2048;
const binaryCharset = 63;

export function describeField(column: FieldPacket): VitessField {
  const flags = typeof column.flags === 'number' ? column.flags : 0;
  const type = vitessType(column, flags);
  return leaveOutEmpty({
    name: column.name,
    type,
    table: column.table,
    orgTable: column.orgTable,
    database: column.schema,
    orgName: column.orgName,
    columnLength: column.columnLength,
    charset: type === 'JSON' ? binaryCharset : column.characterSet,
    decimals: column.decimals,
    flags,
  });
}

// Vitess tells text from bytes by the flag, which a text column with a binary collation carries too: the client goes
// by the character set to decode it.
function vitessType(column: FieldPacket, flags: number): string | undefined {
  // MariaDB stores JSON as text, and says so only beside the type.
  if (column.extendedFormat === 'json') return 'JSON';
  const isUnsigned = (flags & unsignedFlag) !== 0;
  const isBinary = (flags & binaryFlag) !== 0;
  switch (column.columnType) {
    case Types.TINY:
      return isUnsigned ? 'UINT8' : 'INT8';
    case Types.SHORT:
      return isUnsigned ? 'UINT16' : 'INT16';
    case Types.INT24:
      return isUnsigned ? 'UINT24' : 'INT24';
    case Types.LONG:
      return isUnsigned ? 'UINT32' : 'INT32';
    case Types.LONGLONG:
      return isUnsigned ? 'UINT64' : 'INT64';
    case Types.VARCHAR:
    case Types.VAR_STRING:
      return isBinary ? 'VARBINARY' : 'VARCHAR';
    case Types.STRING:
      if (flags & enumFlag) return 'ENUM';
      if (flags & setFlag) return 'SET';
      return isBinary ? 'BINARY' : 'CHAR';
    case Types.TINY_BLOB:
    case Types.BLOB:
    case Types.MEDIUM_BLOB:
    case Types.LONG_BLOB:
      return isBinary ? 'BLOB' : 'TEXT';
    case Types.NULL:
      return undefined;
    default:
      return otherTypes.get(column.columnType);
  }
}

const otherTypes = new Map<number | undefined, string>([
  [Types.FLOAT, 'FLOAT32'],
  [Types.DOUBLE, 'FLOAT64'],
  [Types.DECIMAL, 'DECIMAL'],
  [Types.NEWDECIMAL, 'DECIMAL'],
  [Types.DATE, 'DATE'],
  [Types.NEWDATE, 'DATE'],
  [Types.TIME, 'TIME'],
  [Types.DATETIME, 'DATETIME'],
  [Types.TIMESTAMP, 'TIMESTAMP'],
  [Types.YEAR, 'YEAR'],
  [Types.BIT, 'BIT'],
  [Types.JSON, 'JSON'],
  [Types.ENUM, 'ENUM'],
  [Types.SET, 'SET'],
  [Types.GEOMETRY, 'GEOMETRY'],
  [0xf2, 'VECTOR'],
]);

function leaveOutEmpty(field: { [Key in keyof VitessField]: VitessField[Key] | undefined }): VitessField {
  const kept = Object.entries(field).filter(
    ([, value]) => value !== undefined && value !== '' && value !== 0,
  );
  return { name: '', ...Object.fromEntries(kept) };
}
