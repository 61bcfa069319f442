import { describe, expect, it } from 'vitest';
import { readStartOptions } from './start-options.ts';

describe('readStartOptions', () => {
  it.each([
    { args: [], options: { isBuilt: false, demo: { scenario: 'normal' } } },
    { args: ['--built'], options: { isBuilt: true, demo: { scenario: 'normal' } } },
    { args: ['--scenario', 'empty'], options: { isBuilt: false, demo: { scenario: 'empty' } } },
    {
      args: ['--scenario', 'heavy'],
      options: { isBuilt: false, demo: { scenario: 'heavy', calls: 1_500_000 } },
    },
    {
      args: ['--scenario', 'heavy', '--calls', '300'],
      options: { isBuilt: false, demo: { scenario: 'heavy', calls: 300 } },
    },
  ])('takes $args', ({ args, options }) => {
    expect(readStartOptions(args)).toEqual(options);
  });

  it.each([
    [['--scenario', 'other']],
    [['--scenario', 'heavy', '--calls', '0']],
    [['--scenario', 'heavy', '--calls', 'many']],
    [['--scenario', 'heavy', '--calls', '1500001']],
    [['--scenario', 'normal', '--calls', '300']],
    [['--calls', '300']],
  ])('says how it is called instead of taking %j', (args) => {
    expect(() => readStartOptions(args)).toThrow('npm start --');
  });
});
