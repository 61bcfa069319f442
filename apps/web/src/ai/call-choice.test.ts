import { expect, it } from 'vitest';
import { choiceOf, type CallChoice, type Way } from './call-choice.ts';

it.each<{ way: Way; choice: CallChoice | null }>([
  { way: { kind: 'smallerOutput', maxOutputTokens: 120 }, choice: { maxOutputTokens: 120 } },
  { way: { kind: 'cheaperModel', model: 'gpt-4.1-nano' }, choice: { model: 'gpt-4.1-nano' } },
  { way: { kind: 'cheaperModel', model: 'a model of tomorrow' }, choice: null },
  { way: { kind: 'cheaperModel', model: 'toString' }, choice: null },
  { way: { kind: 'wait', until: new Date(0) }, choice: null },
  { way: { kind: 'plan', plan: 'basic@1', pricePerMonthNanos: 1n }, choice: null },
  { way: { kind: 'withoutAi' }, choice: null },
])('$way.kind asks for $choice', ({ way, choice }) => expect(choiceOf(way)).toEqual(choice));
