import { expect, it } from 'vitest';
import { headingKind } from './headings.ts';

it.each([
  ['EXPERIENCE', 'work'],
  ['Professional Experience:', 'work'],
  ['Employment History', 'work'],
  ['E D U C A T I O N', 'education'],
  ['Education & Training', 'education'],
  ['== Technical Skills ==', 'skills'],
  ['SKILLS & AWARDS', 'skills'],
  ['Selected Honors', 'awards'],
  ['Licenses and Certifications', 'certificates'],
  ['About Me', 'summary'],
  ['Volunteer Work', 'volunteer'],
  ['Hobbies', 'interests'],
  ['Invited Talks', 'other'],
])('%j opens a section of kind %s', (text, kind) => expect(headingKind(text)).toBe(kind));

it.each(['Research Intern', 'Experience with Kafka and Go', 'Nexus AI', 'Skills.', 'Led projects'])(
  '%j opens none',
  (text) => expect(headingKind(text)).toBeUndefined(),
);
