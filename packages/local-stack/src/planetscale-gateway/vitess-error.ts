/** An error as Vitess tells it: `code` is what a program reads. */
export class VitessError extends Error {
  override readonly name = 'VitessError';
  readonly code: VitessCode;

  constructor(code: VitessCode, message: string, options?: { cause: unknown }) {
    super(message, options);
    this.code = code;
  }
}

export type VitessCode =
  | 'ABORTED'
  | 'ALREADY_EXISTS'
  | 'DEADLINE_EXCEEDED'
  | 'FAILED_PRECONDITION'
  | 'INVALID_ARGUMENT'
  | 'NOT_FOUND'
  | 'PERMISSION_DENIED'
  | 'RESOURCE_EXHAUSTED'
  | 'UNAVAILABLE'
  | 'UNIMPLEMENTED'
  | 'UNKNOWN';

/** Says what the server or the driver reported in the words and codes of Vitess. Anything else passes unchanged. */
export function toVitessError(error: unknown, database: string): unknown {
  if (!(error instanceof Error) || error instanceof VitessError || !('code' in error)) return error;
  const { errno, sqlState } = serverFields(error);
  if (errno === undefined || sqlState === undefined) {
    return new VitessError('UNAVAILABLE', `target: ${database}.-.primary: ${error.message}`, {
      cause: error,
    });
  }
  const code = codesByErrno.get(errno) ?? 'UNKNOWN';
  const message =
    `target: ${database}.-.primary: vttablet: rpc error: code = ${toCamelCase(code)} ` +
    `desc = ${error.message} (errno ${errno}) (sqlstate ${sqlState})`;
  return new VitessError(code, message, { cause: error });
}

/** The server has rolled the whole transaction back: a deadlock, or a row changed under a snapshot. */
export function endsTransaction(error: unknown): boolean {
  const { errno } = serverFields(error);
  return errno === 1213 || errno === 1020;
}

interface ServerFields {
  errno?: number;
  sqlState?: string;
}

function serverFields(error: unknown): ServerFields {
  if (!(error instanceof Error)) return {};
  const errno: unknown = Reflect.get(error, 'errno');
  const sqlState: unknown = Reflect.get(error, 'sqlState');
  return {
    ...(typeof errno === 'number' && { errno }),
    ...(typeof sqlState === 'string' && sqlState !== '' && { sqlState }),
  };
}

function toCamelCase(code: VitessCode): string {
  return code
    .split('_')
    .map((word) => word.charAt(0) + word.slice(1).toLowerCase())
    .join('');
}

const errnosByCode: [VitessCode, number[]][] = [
  ['ABORTED', [1020, 1078, 1079, 1080, 1152, 1213]],
  ['ALREADY_EXISTS', [1007, 1022, 1050, 1061, 1062, 1086, 1125, 1169, 1586]],
  ['DEADLINE_EXCEEDED', [1205, 1317, 1969, 3024]],
  [
    'FAILED_PRECONDITION',
    [
      1046, 1091, 1099, 1100, 1104, 1148, 1173, 1179, 1215, 1216, 1217, 1241, 1242, 1288, 1289, 1291, 1364,
      1451, 1452, 1792,
    ],
  ],
  [
    'INVALID_ARGUMENT',
    [
      1048, 1049, 1051, 1052, 1055, 1056, 1058, 1059, 1060, 1063, 1064, 1065, 1066, 1067, 1068, 1069, 1070,
      1071, 1072, 1074, 1075, 1110, 1111, 1136, 1149, 1248, 1264, 1265, 1292, 1366, 1406, 1690, 3140, 3819,
      4025,
    ],
  ],
  ['NOT_FOUND', [1029, 1032, 1054, 1094, 1109, 1122, 1141, 1146, 1147, 1176]],
  ['PERMISSION_DENIED', [1044, 1045, 1095, 1142, 1143, 1227]],
  ['RESOURCE_EXHAUSTED', [1021, 1037, 1038, 1040, 1041, 1114, 1129, 1135, 1151, 1153, 1203, 1206, 1226]],
  ['UNAVAILABLE', [1053, 1927]],
  ['UNIMPLEMENTED', [1235]],
];

const codesByErrno = new Map(
  errnosByCode.flatMap(([code, errnos]) => errnos.map((errno) => [errno, code] as const)),
);
