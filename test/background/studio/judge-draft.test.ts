import { expect, test } from 'vitest';
import { judgeDraft, readDraft } from '../../../src/background/studio/judge-draft.ts';
import { allMalformations, isAbout } from '../../malformed/malformations.ts';
import { brokenReferences, isRequired, sampleDraft } from '../../malformed/sample-draft.ts';

const malformed = allMalformations(sampleDraft(), { isRequired, broken: brokenReferences(['guide']) });

test('a draft that is whole is read as it was written', () => {
  expect(judgeDraft(sampleDraft())).toEqual({ ok: true, draft: sampleDraft() });
});

test('every way to break a draft is refused with its place and a remedy', () => {
  expect(malformed.length).toBeGreaterThan(1000);
  for (const { path, how, document } of malformed) {
    const judged = judgeDraft(document);
    const where = `${path.join('.')} ${how}`;
    expect(judged.ok, where).toBe(false);
    const faults = judged.ok ? [] : judged.faults;
    expect(
      faults.some((fault) => isAbout(fault.path, path)),
      where,
    ).toBe(true);
    for (const { reason, remedy } of faults) expect([reason.length > 3, remedy.length > 3], where).toEqual([true, true]);
  }
});

test('a reference that is broken hinders nobody from reading the draft', () => {
  const broken = malformed.filter(({ how }) => how.startsWith('refers'));
  expect(broken.map(({ document }) => readDraft(document).ok)).toEqual(broken.map(() => true));
});
