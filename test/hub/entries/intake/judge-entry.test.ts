import fc from 'fast-check';
import { expect, test } from 'vitest';
import { judgeEntry } from '../../../../src/hub/entries/intake/judge-entry.ts';
import { feedback } from '../../hub-in-test.ts';

test('any value is accepted or refused with a reason', () => {
  fc.assert(
    fc.property(fc.anything({ withNullPrototype: true, withDate: true, withSparseArray: true }), (given) => {
      const judged = judgeEntry(given);
      expect(judged).toMatchObject(judged.ok ? { entry: given } : { reason: expect.any(String), path: expect.any(String) });
    }),
  );
});

test('an entry with one changed field is accepted only if the field is still valid', () => {
  const fields = ['kind', 'id', 'at', 'app', 'route', 'choice', 'control', 'about'] as const;
  fc.assert(
    fc.property(fc.constantFrom(...fields), fc.jsonValue(), (field, value) => {
      const spoilt = JSON.parse(JSON.stringify({ ...feedback(), [field]: value }));
      const judged = judgeEntry(spoilt);
      if (judged.ok) expect(judged.entry).toEqual(spoilt);
      else expect(judged.path.split('.')[0]).toBe(field);
    }),
  );
});
