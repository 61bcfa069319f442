import { expect, it } from 'vitest';
import { localPath } from './local-path.ts';

it.each(['/billing', '/resumes/res_1?tab=2'])('leads to %s', (next) => expect(localPath(next)).toBe(next));

it.each([
  undefined,
  '',
  'billing',
  'https://evil.example',
  '//evil.example',
  '/\\evil.example',
  '/\t/evil.example',
  'javascript:alert(1)',
])('leads home from %j', (next) => expect(localPath(next)).toBe('/resumes'));
