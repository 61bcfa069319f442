import { describe, expect, it } from 'vitest';
import { assertTrusted } from './assert-trusted.ts';

const APP = 'https://app.resumint.example';
const JSON_TYPE = { 'content-type': 'application/json' };
const COOKIE = { cookie: 'resumint_session=token' };

const check = (headers: Record<string, string>, method = 'POST') =>
  assertTrusted(new Request('https://api.resumint.example', { method, headers }), [APP]);

describe('a change', () => {
  it.each([
    ['a page of the app with the cookie', { ...JSON_TYPE, ...COOKIE, origin: APP }],
    ['a page of the app without one', { ...JSON_TYPE, origin: APP }],
    ['a program with a token', { ...JSON_TYPE, authorization: 'Bearer token' }],
    ['a program that nobody signed in', JSON_TYPE],
    ['a form with a file', { 'content-type': 'multipart/form-data; boundary=x', origin: APP }],
    ['JSON that names its letters', { 'content-type': 'application/json; charset=utf-8', origin: APP }],
  ])('is taken from %s', (_, headers) => {
    expect(() => check(headers)).not.toThrow();
  });

  it.each([
    ['another origin with the cookie', { ...COOKIE, origin: 'https://evil.example' }],
    ['another origin without one', { origin: 'https://evil.example' }],
    ['no origin with the cookie', COOKIE],
    ['a page that hides its origin', { ...COOKIE, origin: 'null' }],
    ['another port', { ...COOKIE, origin: `${APP}:8443` }],
    ['another scheme', { ...COOKIE, origin: APP.replace('https', 'http') }],
    ['a password that the browser keeps', { authorization: 'Basic YTpi', origin: 'https://evil.example' }],
    ['an origin that begins like the app’s', { ...COOKIE, origin: `${APP}.evil.example` }],
  ])('is refused from %s', (_, headers) => {
    expect(() => check({ ...JSON_TYPE, ...headers })).toThrow(expect.objectContaining({ code: 'forbidden' }));
  });

  it.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'application/octet-stream',
    'application/jsonp',
    '',
  ])('is refused as "%s", whoever sends it', (type) => {
    const refusal = expect.objectContaining({ code: 'bad_input' });
    expect(() => check({ 'content-type': type, authorization: 'Bearer token' })).toThrow(refusal);
  });
});

it('a question, which changes nothing, is taken from anywhere', () => {
  expect(() => check({ ...COOKIE, origin: 'https://evil.example' }, 'GET')).not.toThrow();
});
