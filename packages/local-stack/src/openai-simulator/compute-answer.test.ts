import { parseResumeText } from '@resumint/resume';
import { describe, expect, it } from 'vitest';
import { computeAnswer } from './compute-answer.ts';

const RESUME = {
  basics: { name: 'Ada Lovelace', label: 'Analyst' },
  work: [
    { name: 'Mill & Co', position: 'Clerk', startDate: '2001-02', endDate: '2004' },
    { name: 'Engines Ltd', position: 'Programmer', startDate: '2004-05' },
  ],
  skills: [{ name: 'Mathematics', keywords: ['Bernoulli numbers', 'Calculus'] }, { name: 'Music' }],
};

const summarize = (resume: unknown) =>
  computeAnswer({ model: 'gpt-4.1', input: `Summarize.\n<resume>\n${JSON.stringify(resume)}\n</resume>` });

describe('a summary', () => {
  it('says where the person works, what came before, and with what', () => {
    expect(summarize(RESUME)).toBe(
      'Analyst. Programmer at Engines Ltd since 2004. Before that, Clerk at Mill & Co from 2001 to 2004. ' +
        'Works with Bernoulli numbers, Calculus and Music.',
    );
  });

  it('has no number that the resume does not have', () => {
    const numbers = summarize({ ...RESUME, work: [{ name: 'Engines Ltd', position: 'Programmer' }] }).match(
      /\d+/g,
    );
    expect(numbers).toBeNull();
  });

  it('takes a resume of unexpected shape for one without that part', () => {
    expect(summarize({ basics: { label: 'Analyst' }, work: 'many', skills: [7] })).toBe('Analyst.');
  });

  it('without a resume is the first sentences of the input', () => {
    expect(computeAnswer({ model: 'gpt-4.1', input: 'One. Two. Three. Four.' })).toBe('One. Two. Three.');
  });
});

describe('an answer in the format named resume', () => {
  const nullable = { type: ['string', 'null'] };
  const strict = (properties: Record<string, unknown>) => ({
    type: 'object',
    properties,
    required: Object.keys(properties),
    additionalProperties: false,
  });
  const read = (document: string, schema: Record<string, unknown>): unknown =>
    JSON.parse(
      computeAnswer({
        model: 'gpt-4.1',
        input: `Read this.\n<document>\n${document}\n</document>`,
        text: { format: { type: 'json_schema', name: 'resume', strict: true, schema } },
      }),
    );

  it('says what the parser reads in the document, and nothing of the prompt around it', () => {
    const document = 'Ada Lovelace\nada@example.com\n\nSkills\nMathematics, Music';
    const basics = parseResumeText(document).resume.basics;
    const schema = strict({ basics: strict({ name: nullable, email: nullable }) });
    expect(read(document, schema)).toEqual({
      basics: { name: basics?.name ?? null, email: basics?.email ?? null },
    });
  });

  it('has the shape that was asked for, with null and empty lists for what is not there', () => {
    const schema = strict({
      hobbyHorse: nullable,
      work: { type: 'array', items: strict({ unheardOf: nullable }) },
    });
    expect(read('', schema)).toEqual({ hobbyHorse: null, work: [] });
  });
});
