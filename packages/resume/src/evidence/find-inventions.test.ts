import { describe, expect, it } from 'vitest';
import type { Resume } from '../model/resume.ts';
import { createInventionFinder, findInventions } from './find-inventions.ts';

const RESUME: Resume = {
  basics: { name: 'Zoë Müller', label: 'Product Engineer', location: { city: 'Berlin' } },
  work: [
    {
      name: 'Acme Corp',
      position: 'Senior Software Engineer',
      startDate: '2019-09',
      highlights: [
        'Cut latency by 40% for 10M+ users',
        'Led a team of twelve engineers',
        'Saved $1,200 a month',
      ],
    },
    { name: 'Stripe', position: 'Engineering Manager', startDate: '2015', endDate: '2019' },
  ],
  education: [{ institution: 'Technical University of Munich', studyType: 'MSc', area: 'Informatics' }],
  skills: [{ name: 'Languages', keywords: ['Python', 'Go', 'React Native'] }],
};

describe('a summary invents nothing', () => {
  it.each([
    'Senior software engineer who cut latency by 40% for 10 million users.',
    'Zoë Müller leads teams of 12 engineers at Acme Corp in Berlin.',
    'Experienced engineer at Stripe, with Python, Go and React Native.',
    'Engineering manager and product engineer. MSc in Informatics from the Technical University of Munich.',
    'Saved $1200 a month. Works with senior stakeholders and enjoys leading from the front.',
    'Works since 2019 on APIs and CI/CD pipelines.',
    'One of two engineers who care. Designs APIs. I’ve led teams.',
    'Built Stripe’s and Acme Corp’s platforms.',
  ])('%j', (summary) => expect(findInventions(summary, RESUME)).toEqual([]));
});

describe('a summary invents', () => {
  it.each([
    ['Cut latency by 45%.', ['45%']],
    ['Cut 40 services for 10 users.', ['40', '10']],
    ['Serves 10B users.', ['10B']],
    ['Has 15 years of experience.', ['15']],
    ['Has seven years of experience.', ['seven']],
    ['Led twenty-five engineers.', ['twenty-five']],
    ['Mentored dozens of engineers and served 5 million users.', ['5 million', 'dozens']],
    ['Engineer at Google and Stripe.', ['Google']],
    ['Worked for IBM.', ['IBM']],
    ['Engineer from Massachusetts Institute of Technology.', ['Massachusetts Institute of Technology']],
    ['Principal engineer at Stripe.', ['Principal']],
    ['A product director with a PhD.', ['PhD', 'director']],
    ['Former VP of design and head of research.', ['VP', 'head of research']],
    ['Certified accountant at Acme Corp.', ['Certified']],
  ])('in %j', (summary, inventions) => {
    expect(findInventions(summary, RESUME).toSorted()).toEqual(inventions.toSorted());
  });
});

it('a resume that was read once serves many texts, in any order', () => {
  let reads = 0;
  const resume: Resume = {
    ...RESUME,
    get work() {
      reads += 1;
      return RESUME.work;
    },
  };
  const find = createInventionFinder(resume);
  expect(find('Engineer at Google.')).toEqual(['Google']);
  expect(find('Zoë Müller works in Berlin.')).toEqual([]);
  expect(find('Engineer at Google.')).toEqual(['Google']);
  expect(reads).toBe(1);
});
