import { expect, test } from 'vitest';
import { z } from 'zod';
import { issueFaults } from '../../../src/model/fault/issue-faults.ts';
import { pack } from '../../../src/model/pack/pack.ts';
import { aPack, withField } from '../../packs/a-pack.ts';

function faultsOf(schema: z.ZodType, document: unknown) {
  const judged = schema.safeParse(document);
  return judged.success ? [] : issueFaults(schema, document, judged.error);
}

test.each<[string, unknown, unknown]>([
  [
    'version',
    '7',
    {
      path: 'version',
      reason: 'is "7", not a number',
      remedy: 'Give it as a number (Must increase with every publication; a lower version is rejected).',
    },
  ],
  [
    'version',
    undefined,
    {
      path: 'version',
      reason: 'is missing',
      remedy: 'Add it as a number (Must increase with every publication; a lower version is rejected).',
    },
  ],
  [
    'version',
    0,
    {
      path: 'version',
      reason: 'is 0 and must be at least 1',
      remedy: 'Correct it (Must increase with every publication; a lower version is rejected).',
    },
  ],
  ['format', 'cairn/2', { path: 'format', reason: 'is "cairn/2", which cannot stand here', remedy: 'Write "cairn/1".' }],
  [
    'guides.0.kind',
    'tipp',
    { path: 'guides[0].kind', reason: 'is "tipp", which cannot stand here', remedy: 'Did you mean "tip"?' },
  ],
  [
    'guides.0.titel',
    'x',
    { path: 'guides[0].titel', reason: 'is not a field that is known here', remedy: 'Did you mean "title"?' },
  ],
  [
    'guides.1.steps.0.ancor',
    {},
    { path: 'guides[1].steps[0].ancor', reason: 'is not a field that is known here', remedy: 'Did you mean "anchor"?' },
  ],
  [
    'guides.0.title',
    { en: '' },
    { path: 'guides[0].title.en', reason: 'is "" and must not be empty', remedy: expect.any(String) },
  ],
  [
    'guides.0.title',
    3,
    {
      path: 'guides[0].title',
      reason: expect.stringContaining('is 3'),
      remedy: expect.stringContaining('Give text, or an object'),
    },
  ],
  [
    'guides.0.opens',
    'x',
    { path: 'guides[0].opens', reason: 'names no walkthrough of this pack: "x"', remedy: expect.any(String) },
  ],
])('the pack field %s as %j gives a fault with path, reason and remedy', (path, value, fault) => {
  expect(faultsOf(pack, withField(aPack, path, value))).toContainEqual(fault);
});

test('faults do not repeat secrets and cut long values', () => {
  const schema = z.object({ token: z.string().max(3), d: z.string().max(3), name: z.string().max(3) });
  const json = JSON.stringify(faultsOf(schema, { token: 'hidden-1', d: 'hidden-2', name: 'n'.repeat(500) }));
  expect(json).not.toContain('hidden');
  expect(json).toContain('text of 8 characters');
  expect(json.length).toBeLessThan(600);
});

test('a name that objects inherit is an unknown field', () => {
  expect(faultsOf(pack, { ...aPack, constructor: 1 })).toMatchObject([{ path: 'constructor' }]);
  expect(faultsOf(pack, JSON.parse('{"__proto__": {"format": "cairn/1"}}')).map(({ path }) => path)).toContain('format');
});
