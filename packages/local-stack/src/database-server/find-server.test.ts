import { describe, expect, it } from 'vitest';
import { packagesToInstall } from './download-debian-packages.ts';
import { howToInstall } from './find-server.ts';

describe('howToInstall', () => {
  it('names one command for the system at hand', () => {
    expect(howToInstall('darwin')).toContain('brew install mariadb');
    expect(howToInstall('linux')).toContain('docker run');
    expect(howToInstall('linux')).not.toContain('brew');
  });
});

describe('packagesToInstall', () => {
  it('reads the names that apt would install', () => {
    const plan = [
      'NOTE: This is only a simulation!',
      'Inst libaio1 (0.3.113-4 Debian:12.15/oldstable [amd64])',
      'Inst libssl3 [3.0.1] (3.0.2 Debian:12.15/oldstable [amd64]) []',
      'Inst mariadb-server-core (1:10.11.19-0+deb12u1 Debian-Security:12 [amd64])',
      'Conf libaio1 (0.3.113-4 Debian:12.15/oldstable [amd64])',
    ];
    expect(packagesToInstall(plan.join('\n'))).toEqual(['libaio1', 'libssl3', 'mariadb-server-core']);
  });
});
