import { expect, it } from 'vitest';
import { groupZones } from './group-zones.ts';

it('puts zones under their regions in their order, each by its place', () => {
  expect(groupZones(['UTC', 'America/Argentina/Buenos_Aires', 'Europe/Berlin', 'America/New_York'])).toEqual([
    { group: 'UTC', items: [{ value: 'UTC', label: 'UTC' }] },
    {
      group: 'America',
      items: [
        { value: 'America/Argentina/Buenos_Aires', label: 'Argentina, Buenos Aires' },
        { value: 'America/New_York', label: 'New York' },
      ],
    },
    { group: 'Europe', items: [{ value: 'Europe/Berlin', label: 'Berlin' }] },
  ]);
});

it('leaves out no zone of the runtime', () => {
  const zones = Intl.supportedValuesOf('timeZone');
  const listed = groupZones(zones).flatMap(({ items }) => items.map(({ value }) => value));
  expect(listed.toSorted()).toEqual(zones.toSorted());
});
