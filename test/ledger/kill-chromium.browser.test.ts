import { afterEach, beforeEach, expect, test } from 'vitest';
import { type ProfileOnDisk, profileOnDisk } from './ledger-in-chromium.ts';

const MINUTE = 60_000;
let profile: ProfileOnDisk;
beforeEach(async () => {
  profile = await profileOnDisk();
});
afterEach(() => profile.close());

test('Chromium is killed with 1,000 entries waiting: every entry that the ledger confirmed is still there', {
  timeout: 2 * MINUTE,
}, async () => {
  const before = await profile.open();
  const confirmed = await before.page.evaluate(async () => {
    const { ledger, feedback } = globalThis.inPage;
    const entries = Array.from({ length: 1000 }, feedback);
    for (const entry of entries) await ledger.append({ entry });
    return entries.map(({ id }) => id);
  });
  await before.kill();

  const after = await profile.open();
  const waiting = await after.page.evaluate(async () => (await globalThis.inPage.ledger.waiting()).map(({ entry }) => entry.id));
  await after.close();
  expect(waiting).toEqual(confirmed);
});

test('Chromium storage is full: only what nobody submitted is dropped; every comment is kept, can be sent, and moves to the database when there is room', {
  timeout: 2 * MINUTE,
}, async () => {
  const { page, close } = await profile.open();
  const devtools = await page.context().newCDPSession(page);
  const origin = `${profile.origin}/`;
  await devtools.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 300_000 });
  const full = await page.evaluate(async () => {
    const { ledger, guide, words, feedback } = globalThis.inPage;
    const submitted: string[] = [];
    const refused: string[] = [];
    for (let n = 0; n < 240; n++) {
      const entry = n < 150 || n % 3 === 0 ? guide() : words(feedback().id);
      const appended = await ledger.append({ entry });
      if (appended.ok && entry.kind === 'words') submitted.push(entry.id);
      if (!appended.ok) refused.push(`${entry.kind}: ${appended.why}`);
    }
    const waiting = (await ledger.waiting()).filter(({ entry }) => entry.kind === 'words');
    return {
      submitted,
      refused,
      waiting: waiting.map(({ entry }) => entry.id),
      inFallback: waiting.filter(({ seq }) => seq < 0).length,
    };
  });
  expect(full.submitted).toHaveLength(60);
  expect(full.waiting).toEqual(full.submitted);
  expect(full.inFallback).toBeGreaterThan(0);
  expect(new Set(full.refused)).toEqual(new Set(['guide: full']));
  const notices = await page.evaluate(() => globalThis.inPage.ledger.notices());
  expect(notices).toMatchObject([{ what: 'dropped', count: 50 + full.refused.length }]);

  await devtools.send('Storage.overrideQuotaForOrigin', { origin });
  const after = await page.evaluate(async () => {
    const { ledger } = globalThis.inPage;
    return (await ledger.waiting()).filter(({ entry, seq }) => entry.kind === 'words' && seq > 0).map(({ entry }) => entry.id);
  });
  await close();
  expect(after).toEqual(full.submitted);
});
