import { beforeEach, describe, expect, it } from 'vitest';
import { findDraft, forgetDraft, keepDraft } from './draft-storage.ts';
import { toDraft } from './draft.ts';
import { forgetDrafts } from './forget-drafts.ts';

let kept: Map<string, string>;

const storage = {
  getItem: (key: string) => kept.get(key) ?? null,
  setItem: (key: string, text: string) => void kept.set(key, text),
  removeItem: (key: string) => void kept.delete(key),
  key: (place: number) => [...kept.keys()][place] ?? null,
  get length() {
    return kept.size;
  },
};

const DRAFT = { title: 'Mine', from: 'rules', draft: toDraft({ work: [{ name: 'Acme' }] }) };

describe('kept drafts', () => {
  beforeEach(() => {
    kept = new Map([['another program', 'text']]);
  });

  it('come back as they were typed, until they are forgotten', () => {
    keepDraft(storage, 'a', { ...DRAFT, at: 1 });
    expect(findDraft(storage, 'a')).toEqual({ ...DRAFT, at: 1 });
    forgetDraft(storage, 'a');
    expect(findDraft(storage, 'a')).toBeNull();
  });

  it('are all forgotten at once, and nothing of others', () => {
    keepDraft(storage, 'a', { ...DRAFT, at: 1 });
    keepDraft(storage, 'b', { ...DRAFT, at: 2 });
    forgetDrafts(storage);
    expect([...kept.keys()]).toEqual(['another program']);
  });

  it('are at most 10: the oldest go, and nothing of others', () => {
    for (let at = 1; at <= 12; at += 1) keepDraft(storage, `draft ${at}`, { ...DRAFT, at });
    keepDraft(storage, 'draft 3', { ...DRAFT, at: 13 });
    expect([...kept.keys()].toSorted()).toEqual(
      [
        'another program',
        ...[3, 4, 5, 6, 7, 8, 9, 10, 11, 12].map((at) => `resumint-draft:draft ${at}`),
      ].toSorted(),
    );
  });

  it('are not kept beyond a length, and then not as they were before either', () => {
    keepDraft(storage, 'a', { ...DRAFT, at: 1 });
    keepDraft(storage, 'a', { ...DRAFT, title: 'x'.repeat(400_000), at: 2 });
    expect(findDraft(storage, 'a')).toBeNull();
  });

  it('are not kept where the browser has no room', () => {
    const full = {
      ...storage,
      length: 0,
      setItem: () => {
        throw new DOMException('no room', 'QuotaExceededError');
      },
    };
    expect(() => keepDraft(full, 'a', { ...DRAFT, at: 1 })).not.toThrow();
  });

  it.each(['', 'no JSON', 'null', '{"title":"Mine"}', '{"title":1,"at":1,"from":"","draft":{}}'])(
    'are none where %j stands in their place',
    (text) => {
      kept.set('resumint-draft:a', text);
      expect(findDraft(storage, 'a')).toBeNull();
    },
  );

  it('lose entries that are none', () => {
    const work = [{ id: '0', texts: { name: 'Acme' } }, { id: '1', texts: { name: 1 } }, null, 'text'];
    kept.set(
      'resumint-draft:a',
      JSON.stringify({ title: '', at: 1, from: '', draft: { work, other: work } }),
    );
    expect(findDraft(storage, 'a')?.draft.work).toEqual([{ id: '0', texts: { name: 'Acme' } }]);
    expect(findDraft(storage, 'a')?.draft).not.toHaveProperty('other');
  });
});
