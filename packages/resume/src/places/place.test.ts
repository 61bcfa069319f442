import { describe, expect, it } from 'vitest';
import { isPlace, readLocation, takePlace } from './place.ts';

describe('isPlace', () => {
  it.each([
    'San Francisco, CA',
    'San Francisco, CA, USA',
    'Istanbul, Türkiye',
    'London, UK',
    'São Paulo, Brazil',
    'Stratford-upon-Avon, England',
    'Toronto, Ontario',
    'Germany',
    'Remote',
    'Remote (EU)',
  ])('%j is one', (text) => expect(isPlace(text)).toBe(true));

  it.each([
    'Stripe, Dublin, Ireland',
    'Nexus AI, Co-Founder',
    'Kafka and Go',
    'Chief of Staff',
    'CA',
    'Founders Fund',
  ])('%j is none', (text) => expect(isPlace(text)).toBe(false));
});

it.each([
  ['Acme, Berlin, Germany', 'Acme', 'Berlin, Germany'],
  ['Acme (Austin, TX)', 'Acme', 'Austin, TX'],
  ['Acme, Germany', 'Acme', 'Germany'],
  ['Acme, Inc.', 'Acme, Inc.', undefined],
])('takePlace reads %j', (text, rest, place) => {
  expect(takePlace(text)).toEqual(place === undefined ? { rest } : { rest, place });
});

it.each([
  ['San Francisco, CA', { city: 'San Francisco', region: 'CA' }],
  ['London, England, United Kingdom', { city: 'London', region: 'England', countryCode: 'GB' }],
  ['Berlin, Germany', { city: 'Berlin', countryCode: 'DE' }],
  ['Austin, TX 78701', { city: 'Austin', region: 'TX', postalCode: '78701' }],
  [
    '10 Downing St, London SW1A 2AA, UK',
    { address: '10 Downing St', city: 'London', postalCode: 'SW1A 2AA', countryCode: 'GB' },
  ],
  [
    'Torstraße 12, 10119 Berlin, Germany',
    { address: 'Torstraße 12', city: 'Berlin', postalCode: '10119', countryCode: 'DE' },
  ],
])('readLocation reads %j', (text, location) => expect(readLocation(text)).toEqual(location));
