import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Ledger } from '../../src/ledger/ledger.ts';
import { createUpload } from '../../src/upload/upload.ts';
import { feedback, guideEntry } from '../ledger/entries.ts';
import { noProposals } from './no-proposals.ts';
import { type UploadWithHub, uploadWithHub } from './upload-with-hub.ts';

let at: UploadWithHub;
beforeEach(async () => {
  at = await uploadWithHub();
});
afterEach(() => at.hub.close());

/** A ledger whose owner erases an entry just after the upload has read the waiting rows. */
function erasedWhenRead(ledger: Ledger, id: string): Ledger {
  return {
    ...ledger,
    async waiting(limit) {
      const rows = await ledger.waiting(limit);
      await ledger.erase(id);
      return rows;
    },
  };
}

test.each([
  ['in a batch with others', 2],
  ['alone', 0],
])('an entry that is erased between reading and sending is never sent: %s', async (_, others) => {
  const [gone, ...rest] = [feedback(), ...Array.from({ length: others }, guideEntry)];
  for (const entry of [gone!, ...rest]) await at.ledger.append({ entry });
  const { clock, kv, alarms } = at;
  const ledger = erasedWhenRead(at.ledger, gone!.id);
  await createUpload({
    ledger,
    fetch,
    kv,
    alarms,
    clock,
    random: () => 0.5,
    proposals: noProposals,
    policyHub: () => ({ url: at.hub.url, token: 'token-of-the-policy' }),
  }).flush('click');
  expect(at.hub.table.map(({ entry }) => entry.id)).toEqual(rest.map(({ id }) => id));
  expect(await at.ledger.erasures()).toEqual([]);
  expect((await at.ledger.read()).rows).toHaveLength(others);
});
