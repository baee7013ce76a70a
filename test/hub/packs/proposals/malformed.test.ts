import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import fc from 'fast-check';
import { beforeEach, expect, test } from 'vitest';
import { judgeProposal } from '../../../../src/hub/packs/proposals/judge-proposal.ts';
import { proposal } from '../../../../src/model/hub-api/proposals.ts';
import { allMalformations, isAbout } from '../../../malformed/malformations.ts';
import { brokenReferences, isRequired, sampleDraft, sampleWalkthrough } from '../../../malformed/sample-draft.ts';
import { enrolled, type HubInTest, hubOn, rowsOf } from '../../hub-in-test.ts';
import { onBothStores } from '../../on-both-stores.ts';
import { proposalsAt } from './proposals-in-test.ts';

const sample = () => ({
  ...{ app: 'orders', language: 'en', guide: sampleWalkthrough(), credit: { name: 'Ada' }, note: 'Ten times a day.' },
  pictures: { new: sampleDraft().notes.new!.picture! },
});

/** Where a name is free, a schema takes the one of the prototype out, and nothing of it is stored. */
const isFree = ({ path, how }: { path: readonly unknown[]; how: string }) =>
  ['guide', 'pictures'].includes(path.join()) && how === 'has __proto__';

const malformed = allMalformations(sample(), {
  isRequired,
  broken: [
    ...brokenReferences(['guide']),
    { path: ['pictures'], value: { gone: sample().pictures.new } },
    { path: ['note'], value: 'a\0b' },
  ],
}).filter((one) => !isFree(one));

test('every way to break a proposal is refused with its place and a remedy', () => {
  expect(malformed.length).toBeGreaterThan(1000);
  for (const { path, how, document } of malformed) {
    const where = `${path.join('.')} ${how}`;
    const parsed = proposal.safeParse(document);
    if (!parsed.success) {
      expect(
        parsed.error.issues.some((issue) => isAbout(issue.path.join('.'), path)),
        where,
      ).toBe(true);
      continue;
    }
    const judged = judgeProposal(parsed.data, new Date('2026-11-22T12:00:00Z'));
    if (judged.ok) throw new Error(`${where} was taken.`);
    const places = judged.why.detail.split('\n').map((line) => line.split(': ')[0]!);
    expect(
      places.some((place) => place === 'the proposal' || isAbout(place, path)),
      `${where}: ${judged.why.detail.slice(0, 300)}`,
    ).toBe(true);
    expect(judged.why.remedy.length, where).toBeGreaterThan(10);
  }
});

test('a guide that is nested without end is refused, and nothing runs out of stack', () => {
  const guide = { ...sampleWalkthrough(), bdoy: JSON.parse(`${'['.repeat(100_000)}${']'.repeat(100_000)}`) as unknown };
  const judged = judgeProposal({ ...sample(), guide } as never, new Date('2026-11-22T12:00:00Z'));
  expect(judged).toMatchObject({ ok: false, status: 422, why: { detail: expect.stringContaining('levels deep') } });
});

onBothStores((store) => {
  let hub: HubInTest;
  let mine: string;
  beforeEach(async () => {
    hub = hubOn(store());
    mine = await enrolled(hub);
  });

  test('200 malformed proposals are refused with place and remedy, and what waits under their id stays as it is', async () => {
    const at = proposalsAt(hub);
    const id = randomUUID();
    expect((await at.propose(mine, sample(), id)).status).toBe(201);
    const stored = async () =>
      (await rowsOf<{ row: string }>(store(), sql`select to_jsonb(p)::text as row from proposals p where id = ${id}`)).map(
        ({ row }) => row,
      );
    const before = await stored();
    await fc.assert(
      fc.asyncProperty(fc.noShrink(fc.constantFrom(...malformed)), async ({ path, document }) => {
        hub.clock.now = new Date(hub.clock.now.getTime() + 60_000);
        const { status, body } = await at.propose(mine, document, id);
        expect([400, 413, 422], path.join('.')).toContain(status);
        expect(body.detail).toMatch(/\w+.*: /);
        expect(body.remedy).toMatch(/\w{3}/);
        expect(await stored()).toEqual(before);
      }),
      { numRuns: 200 },
    );
  }, 60_000);
});
