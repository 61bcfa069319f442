import { expect, it } from 'vitest';
import { nameIn } from './names.ts';

it.each([
  ['John Doe', 'John Doe'],
  ['JOHN DOE', 'John Doe'],
  ['Dr. Ada Lovelace, PhD', 'Ada Lovelace'],
  ['Zoë Müller-Çelik', 'Zoë Müller-Çelik'],
  ['Ludwig van Beethoven', 'Ludwig van Beethoven'],
  ["James O'Connor", "James O'Connor"],
  ['ÅSA ÖBERG', 'Åsa Öberg'],
  ['J. R. R. Tolkien', 'J. R. R. Tolkien'],
  ['Name: Mai Nguyễn', 'Mai Nguyễn'],
  ['王 小明', '王 小明'],
])('nameIn reads %j', (line, name) => expect(nameIn(line)).toBe(name));

it.each(['Berlin', 'ada@example.com', 'Apt 6, Seattle', 'an engineer of things', 'Led 5 Engineers'])(
  'nameIn sees no name in %j',
  (line) => expect(nameIn(line)).toBeUndefined(),
);
