import { placeArguments, userArguments, type ServerProgram } from './server-program.ts';

const sqlMode = [
  'ONLY_FULL_GROUP_BY',
  'STRICT_TRANS_TABLES',
  'NO_ZERO_IN_DATE',
  'NO_ZERO_DATE',
  'ERROR_FOR_DIVISION_BY_ZERO',
  'NO_ENGINE_SUBSTITUTION',
];

interface ServerSettings {
  dataFolder: string;
  temporaryFolder: string;
  socketPath: string;
  pidFile: string;
  initFile: string;
  port: number;
  durable: boolean;
}

/** The command line of a private server that behaves as PlanetScale's: strict, UTC, utf8mb4. */
export function serverArguments(program: ServerProgram, settings: ServerSettings): string[] {
  return [
    '--no-defaults',
    ...placeArguments(program),
    ...userArguments(),
    `--datadir=${settings.dataFolder}`,
    `--tmpdir=${settings.temporaryFolder}`,
    `--socket=${settings.socketPath}`,
    `--pid-file=${settings.pidFile}`,
    `--init-file=${settings.initFile}`,
    `--port=${settings.port}`,
    '--bind-address=127.0.0.1',
    '--skip-name-resolve',
    '--local-infile=0',
    '--max-connections=250',
    '--max-allowed-packet=64M',
    '--default-time-zone=+00:00',
    '--character-set-server=utf8mb4',
    `--sql-mode=${sqlMode.join(',')}`,
    '--performance-schema=OFF',
    ...flavorArguments(program.flavor),
    ...(settings.durable ? durableArguments : quickArguments(program.flavor)),
  ];
}

/** Log files of a few megabytes, so that an empty server is quick to write. */
export function smallFileArguments(flavor: ServerProgram['flavor']): string[] {
  return flavor === 'mariadb' ? ['--innodb-log-file-size=16M'] : ['--innodb-redo-log-capacity=16M'];
}

// MariaDB has no utf8mb4_0900_ai_ci: this one, too, folds case and accents and does not pad with spaces.
// Its snapshot isolation makes plain updates fail where MySQL's succeed.
function flavorArguments(flavor: ServerProgram['flavor']): string[] {
  return flavor === 'mariadb'
    ? ['--collation-server=utf8mb4_unicode_520_nopad_ci', '--loose-innodb-snapshot-isolation=OFF']
    : [
        '--collation-server=utf8mb4_0900_ai_ci',
        '--mysqlx=OFF',
        '--disable-log-bin',
        '--secure-file-priv=NULL',
      ];
}

const durableArguments = ['--innodb-flush-log-at-trx-commit=1', '--innodb-buffer-pool-size=128M'];

// What is committed still outlives the server's process, though not a loss of power.
function quickArguments(flavor: ServerProgram['flavor']): string[] {
  return [
    '--innodb-flush-log-at-trx-commit=2',
    '--innodb-doublewrite=OFF',
    '--innodb-buffer-pool-size=32M',
    ...smallFileArguments(flavor),
  ];
}
