import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, expect, test } from 'vitest';
import { createDraftStore } from '../../../src/background/studio/draft-store.ts';
import { studioDatabase } from '../../../src/background/studio/studio-database.ts';
import type { Guide } from '../../../src/model/pack/guide.ts';
import { accepted } from '../routed.ts';
import { aDraft, draftId } from './a-draft.ts';
import { ordersPage, ordersTab, ordersUrl, panel, studioBackground, travelPage } from './studio-background.ts';

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

type Background = ReturnType<typeof studioBackground>;
const arrivalOf = async ({ send }: Background) => accepted(await send('arrive', { url: ordersUrl }, ordersPage));

/** A browser with a draft, which is tried. */
async function trying(guide: Guide = aDraft().guide): Promise<Background> {
  await createDraftStore(studioDatabase(), Date.now).create({ ...aDraft(), guide });
  const background = studioBackground();
  expect(await background.send('studio.try', { id: draftId }, panel)).toEqual({ ok: true });
  return background;
}

const news: Guide = {
  ...{ kind: 'notice', id: 'news', title: { en: 'News', de: 'Neues' }, body: 'Orders can be split.', as: 'card', safety: false },
  ...{ priority: 50, where: ['/orders'], who: { department: ['Nobody'] }, until: '2020-01-01', share: 1 },
  after: [{ guide: 'other', state: 'done' }],
};

test('a walkthrough opens on the page in front, as a draft, and a worker that starts again goes on with it', async () => {
  const background = await trying();
  const opened = background.sent.find(({ message }) => (message as { cairn: string }).cairn === 'open');
  const { guide: key } = opened!.message as { guide: string };
  expect(opened?.tab).toBe(ordersTab.id);
  const restarted = background.restarted();
  const { guide } = accepted(await restarted.send('guide.body', { guide: key }, ordersPage));
  expect(guide).toMatchObject({ kind: 'walkthrough', title: { text: 'studioDraftTitle Create an order' } });
  expect(accepted(await restarted.send('studio.state', {}, panel)).trying).toBe(draftId);
});

test('whom a guide is for, when, and how often, does not matter while it is tried', async () => {
  const background = await trying(news);
  const { guides, switches } = await arrivalOf(background);
  expect(guides).toMatchObject([{ kind: 'notice', title: { text: 'studioDraftTitle News' } }]);
  expect(switches.friction).toBe(false);
  const key = `${guides[0]!.pack.id}/${guides[0]!.id}`;
  for (let times = 0; times < 10; times += 1)
    expect(await background.send('prompt', { guide: key }, ordersPage)).toEqual({ ok: true });
  expect(background.local.values.shownPrompts).toBeUndefined();
});

test('of a draft that is tried nothing is recorded, remembered or sent', async () => {
  const background = await trying();
  const { guides } = await arrivalOf(background);
  const about = { pack: guides[0]!.pack.id, version: guides[0]!.pack.version, guide: guides[0]!.id };
  for (const what of ['shown', 'opened', 'missing', 'finished', 'dismissed'] as const)
    expect(await background.send('guide', { route: '/orders', about, what }, ordersPage)).toMatchObject({ ok: true });
  await background.send('guide.finishedUnrecorded', { about }, ordersPage);
  const said = await background.send('feedback', { choice: 'missing', route: '/orders', about }, ordersPage);
  expect(said).toMatchObject({ ok: false, why: expect.stringContaining('draft') });
  await background.send('friction', { signal: 'no-response' }, ordersPage);
  const exported = JSON.parse(accepted(await background.send('ledger.export', {}, panel)).json);
  expect(exported).toMatchObject({ rows: [] });
  expect(background.local.values.guideHistory).toBeUndefined();
});

test('other apps are as they were, and so is this one when the trial ends', async () => {
  const background = await trying(news);
  expect(accepted(await background.send('arrive', { url: travelPage.url }, travelPage)).guides).toEqual([]);
  await background.send('studio.try', { id: null }, panel);
  const { guides, switches } = await arrivalOf(background);
  expect([guides, switches.friction]).toEqual([[], true]);
  expect(accepted(await background.send('studio.state', {}, panel)).trying).toBeNull();
});

test('a walkthrough that is under way leaves no trace when the trial ends', async () => {
  const background = await trying();
  const { guides } = await arrivalOf(background);
  const progress = {
    ...{ app: 'orders', pack: guides[0]!.pack.id, guide: guides[0]!.id, step: 'new', mode: 'guide' as const, trail: [] },
    ...{ lastUrl: ordersUrl, at: Date.now() },
  };
  expect(await background.send('progress', { progress }, ordersPage)).toEqual({ ok: true });
  expect((await arrivalOf(background)).walk).toMatchObject({ step: 'new', inThisTab: true });
  await background.send('studio.try', { id: null }, panel);
  expect((await arrivalOf(background)).walk).toBeNull();
  const stored = JSON.stringify([background.local.values, background.session.values]);
  expect(stored).not.toContain(progress.pack);
});

test('a draft of another app than that of the page in front is not tried', async () => {
  await createDraftStore(studioDatabase(), Date.now).create({ ...aDraft(), app: 'travel' });
  const background = studioBackground();
  expect(await background.send('studio.try', { id: draftId }, panel)).toMatchObject({ ok: false });
  expect(accepted(await background.send('studio.state', {}, panel)).trying).toBeNull();
});

test('words of a draft do not count as words of the app', async () => {
  const guide = aDraft().guide;
  if (guide.kind !== 'walkthrough') throw new Error('a walkthrough');
  const steps = [{ ...guide.steps[0]!, anchor: { role: 'button', name: 'Zyxwv Qwrtz' } }];
  const background = await trying({ ...guide, steps });
  const disclosed = await background.send('control.disclose', { control: { role: 'button', name: 'Zyxwv Qwrtz' } }, ordersPage);
  expect(accepted(disclosed).control).toEqual({ role: 'button', masked: true });
});
