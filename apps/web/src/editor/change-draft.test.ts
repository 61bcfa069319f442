import { describe, expect, it } from 'vitest';
import { addEntry, moveEntry, removeEntry, removeSection, restoreEntry, setText } from './change-draft.ts';
import { toDraft, type Draft } from './draft.ts';

const DRAFT = toDraft({ work: [{ name: 'First' }, { name: 'Second' }, { name: 'Third' }] });
const SECOND = { section: 'work', entryId: '1' } as const;

describe('changes of a draft', () => {
  it('move an entry by one place, and not past either end', () => {
    expect(names(moveEntry(SECOND, -1)(DRAFT))).toEqual(['Second', 'First', 'Third']);
    expect(names(moveEntry(SECOND, 1)(DRAFT))).toEqual(['First', 'Third', 'Second']);
    expect(names(moveEntry({ ...SECOND, entryId: '0' }, -1)(DRAFT))).toEqual(['First', 'Second', 'Third']);
    expect(names(moveEntry({ ...SECOND, entryId: '2' }, 1)(DRAFT))).toEqual(['First', 'Second', 'Third']);
  });

  it('put back what was removed as it was, in its place', () => {
    expect(restoreEntry(SECOND)(removeEntry(SECOND)(DRAFT))).toEqual(DRAFT);
    expect(removeSection('work')(DRAFT).work?.map(({ texts }) => texts)).toEqual(
      DRAFT.work?.map(({ texts }) => texts),
    );
  });

  it('touch nothing else', () => {
    const typed = setText(SECOND, 'name', 'Other')(DRAFT);
    expect(names(typed)).toEqual(['First', 'Other', 'Third']);
    expect(typed.work?.[0]).toBe(DRAFT.work?.[0]);
    expect(names(addEntry({ section: 'work', entryId: 'new' })(DRAFT))).toEqual([
      'First',
      'Second',
      'Third',
      undefined,
    ]);
    expect(typed.education).toBe(DRAFT.education);
  });
});

function names({ work = [] }: Draft) {
  return work.map(({ texts }) => texts['name']);
}
