import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, expect, test } from 'vitest';
import { studioDatabase } from '../../../src/background/studio/studio-database.ts';
import type { MessageName } from '../../../src/messaging/messages.ts';
import { studioMessages } from '../../../src/messaging/studio-messages.ts';
import { accepted } from '../routed.ts';
import { draftId } from './a-draft.ts';
import { ordersPage, ordersUrl, panel, press, studioBackground, studioPolicy, travelPage } from './studio-background.ts';

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

type Background = ReturnType<typeof studioBackground>;
const record = async ({ send }: Background) => accepted(await send('studio.record', {}, panel)).id;
const draftOf = async ({ send }: Background, id: string) => accepted(await send('studio.draft', { id }, panel)).draft;
async function titlesOf(background: Background, id: string) {
  const { guide } = await draftOf(background, id);
  return guide.kind === 'walkthrough' ? guide.steps.map(({ title }) => title) : [];
}

/** A body that fits the schema, for each message of the studio. */
const bodies: Record<keyof typeof studioMessages, object> = {
  'studio.report': { reports: [press('one', 'Save', 1)] },
  'studio.picked': { picked: null },
  'studio.mode': {},
  'studio.state': {},
  'studio.drafts': {},
  'studio.draft': { id: draftId },
  'studio.create': { app: 'orders', kind: 'tip' },
  'studio.save': {
    basedOn: 0,
    draft: {
      ...{ id: draftId, app: 'orders', language: 'en', notes: {}, createdAt: 1, changedAt: 1, revision: 0 },
      guide: { kind: 'notice', id: 'one', title: 'One', body: 'One' },
    },
  },
  'studio.undo': { id: draftId },
  'studio.redo': { id: draftId },
  'studio.delete': { id: draftId },
  'studio.record': {},
  'studio.stopRecording': {},
  'studio.pick': { id: draftId, path: ['guide', 'anchor'] },
  'studio.stopPicking': {},
  'studio.try': { id: draftId },
  'studio.health': { id: draftId },
  'studio.import': { app: 'orders', text: '{}' },
  'studio.propose': { id: draftId, credit: {} },
  'studio.withdraw': { proposal: draftId },
  'studio.proposals': {},
};

test.each([
  ['nobody', { record: 'nobody', author: true }],
  ['authors, and this browser is none’s', { record: 'authors', author: false }],
  ['everybody in another app', { record: 'everybody', apps: [] }],
  ['nobody, as it cannot be read', { record: 'all' }],
  ['nobody, as nothing is said of it', undefined],
])('where %s may record, everything of the studio is refused, and no script of it enters a page', async (_, studio) => {
  const background = studioBackground({ ...studioPolicy, studio });
  const harmless: MessageName[] = ['studio.state', 'studio.proposals'];
  for (const [name, body] of Object.entries(bodies) as [keyof typeof studioMessages, never][]) {
    const sender = studioMessages[name].from === 'app' ? ordersPage : panel;
    const reply = await background.send(name, body, sender);
    if (!harmless.includes(name)) expect([name, reply.ok]).toEqual([name, false]);
  }
  const state = accepted(await background.send('studio.state', {}, panel));
  expect(state).toMatchObject({ may: { record: false, propose: false }, recording: null, picking: null, trying: null });
  expect(accepted(await background.send('studio.proposals', {}, panel)).proposals).toEqual([]);
  await background.send('arrive', { url: ordersUrl }, ordersPage);
  expect(background.studioScripts()).toEqual([]);
  expect(background.registered.map(({ id }) => id)).not.toContain('cairn-studio');
  expect(await studioDatabase()((db) => db.count('drafts'))).toBe(0);
});

test('the script comes into each frame of the app that loads while it is recorded, and into no other', async () => {
  const background = studioBackground();
  await background.send('arrive', { url: ordersUrl }, ordersPage);
  expect(background.studioScripts()).toEqual([]);
  await record(background);
  expect(background.modesSent()).toEqual(['1 record', '2 off']);
  await background.send('arrive', { url: ordersUrl }, ordersPage);
  await background.send('arrive', { url: ordersUrl }, { ...ordersPage, frameId: 7 });
  await background.send('arrive', { url: ordersUrl }, { ...ordersPage, tab: { id: 5, url: ordersUrl } });
  await background.send('arrive', { url: travelPage.url }, travelPage);
  await expect.poll(background.studioScripts).toEqual([
    { tabId: 1, frameIds: [0] },
    { tabId: 1, frameIds: [7] },
    { tabId: 5, frameIds: [0] },
  ]);
  expect(accepted(await background.send('studio.mode', {}, ordersPage)).mode).toBe('record');
  expect(accepted(await background.send('studio.state', {}, panel)).recording).toMatchObject({ steps: 0, missed: [] });
});

test('while recording goes on, pages of the app that load later have the script before they run, and none does afterwards', async () => {
  const background = studioBackground();
  const inPages = () => background.registered.filter(({ id }) => id === 'cairn-studio').map(({ matches }) => matches);
  await record(background);
  expect(inPages()).toEqual([['https://orders.example.com:443/*']]);
  await background.send('studio.stopRecording', {}, panel);
  expect(inPages()).toEqual([]);
});

test('what is reported is stored when it is answered: a worker that starts again goes on with it', async () => {
  const background = studioBackground();
  const id = await record(background);
  expect(background.badge.text).toBe('●');
  expect(await background.send('studio.report', { reports: [press('one', 'Save', 1000)] }, ordersPage)).toEqual({ ok: true });
  const restarted = background.restarted();
  expect(accepted(await restarted.send('studio.mode', {}, ordersPage)).mode).toBe('record');
  await restarted.send('studio.report', { reports: [press('two', 'Delete', 2000)] }, ordersPage);
  expect(await titlesOf(restarted, id)).toEqual(['Choose Save', 'Choose Delete']);
  expect(accepted(await restarted.send('studio.state', {}, panel)).recording).toMatchObject({ draft: id, steps: 2 });
});

test('reports of several frames at once are all kept', async () => {
  const background = studioBackground();
  const id = await record(background);
  const names = ['Save', 'Delete', 'Search', 'Close', 'Cancel'];
  await Promise.all(
    names.map((name, at) =>
      background.send('studio.report', { reports: [press(`a${at}`, name, at)] }, { ...ordersPage, frameId: at }),
    ),
  );
  expect(await titlesOf(background, id)).toEqual(names.map((name) => `Choose ${name}`));
});

test('nothing is taken from another app, nor after recording has ended', async () => {
  const background = studioBackground({ ...studioPolicy, studio: { record: 'everybody' } });
  const id = await record(background);
  const report = { reports: [press('one', 'Save', 1)] };
  expect(await background.send('studio.report', report, travelPage)).toMatchObject({ ok: false });
  await background.send('studio.stopRecording', {}, panel);
  expect(background.modesSent().slice(-2)).toEqual(['1 off', '2 off']);
  expect(background.badge.text).toBe('');
  expect(await background.send('studio.report', report, ordersPage)).toMatchObject({ ok: false });
  expect(await titlesOf(background, id)).toEqual(['…']);
});

test('no name and no address that may be data is stored, wherever a report has it', async () => {
  const background = studioBackground();
  await record(background);
  const name = 'Zyxwv Qwrtz 4711';
  const anchor = { role: 'row', name, route: '/orders/zyxwv-qwrtz' };
  const reports = [
    {
      is: 'act' as const,
      act: {
        ...{ id: 'one', kind: 'choose' as const, at: 1, route: '/orders/zyxwv-qwrtz', strength: 'weak' as const },
        ...{ anchor, appears: anchor, to: anchor, option: name, rival: { role: 'row', name } },
        picture: {
          width: 10,
          height: 10,
          boxes: [{ box: [0, 0, 1, 1] as [number, number, number, number], shape: 'row' as const, text: name }],
        },
      },
    },
    { is: 'navigated' as const, at: 2, route: '/orders/zyxwv-qwrtz', how: 'load' as const, by: 'one' },
    { is: 'missed' as const, id: 'two', why: 'failed' as const, role: name, at: 3 },
  ];
  expect(await background.send('studio.report', { reports }, ordersPage)).toEqual({ ok: true });
  const exported = accepted(await background.send('ledger.export', {}, panel)).json;
  const stored = JSON.stringify([exported, background.local.values, background.session.values]);
  expect(exported).toContain('studioDrafts');
  expect(stored).not.toMatch(/zyxwv|qwrtz|4711/i);
});

test('a control that was pointed at stands in the draft, and the tab is told to stop', async () => {
  const background = studioBackground();
  const { id } = accepted(await background.send('studio.create', { app: 'orders', kind: 'tip' }, panel));
  expect(await background.send('studio.pick', { id, path: ['guide', 'anchor'] }, panel)).toEqual({ ok: true });
  expect(background.modesSent()).toEqual(['1 pick', '2 off']);
  expect(accepted(await background.restarted().send('studio.mode', {}, ordersPage)).mode).toBe('pick');
  const picked = { anchor: { role: 'button', name: 'Save' }, strength: 'only' as const, route: '/orders' };
  expect(await background.send('studio.picked', { picked }, travelPage)).toMatchObject({ ok: false });
  expect(await background.send('studio.picked', { picked }, ordersPage)).toEqual({ ok: true });
  const draft = await draftOf(background, id);
  expect(draft).toMatchObject({ guide: { anchor: picked.anchor }, notes: { [draft.guide.id]: { strength: 'only' } } });
  expect(background.modesSent().slice(-2)).toEqual(['1 off', '2 off']);
  expect(await background.send('studio.picked', { picked }, ordersPage)).toMatchObject({ ok: false });
});

test('Escape leaves the draft as it was, and a field that is gone takes no control', async () => {
  const background = studioBackground();
  const { id } = accepted(await background.send('studio.create', { app: 'orders', kind: 'tip' }, panel));
  await background.send('studio.pick', { id, path: ['guide', 'anchor'] }, panel);
  expect(await background.send('studio.picked', { picked: null }, ordersPage)).toEqual({ ok: true });
  await background.send('studio.pick', { id, path: ['guide', 'steps', 3, 'anchor'] }, panel);
  const picked = { anchor: { role: 'button', name: 'Save' }, strength: 'only' as const, route: '/orders' };
  expect(await background.send('studio.picked', { picked }, ordersPage)).toMatchObject({ ok: false });
  expect(await draftOf(background, id)).toMatchObject({ revision: 0 });
});

test('a draft that was changed meanwhile is not overwritten, and undo comes back after a restart', async () => {
  const background = studioBackground();
  const { id } = accepted(await background.send('studio.create', { app: 'orders', kind: 'notice' }, panel));
  const draft = await draftOf(background, id);
  const titled = (title: string) => ({ ...draft, guide: { ...draft.guide, title } });
  expect(await background.send('studio.save', { draft: titled('First'), basedOn: 0 }, panel)).toEqual({ ok: true, revision: 1 });
  expect(await background.send('studio.save', { draft: titled('Second'), basedOn: 0 }, panel)).toMatchObject({ ok: false });
  const restarted = background.restarted();
  expect(await restarted.send('studio.undo', { id }, panel)).toEqual({ ok: true, revision: 2 });
  expect((await draftOf(restarted, id)).guide.title).toBe(draft.guide.title);
  expect(await restarted.send('studio.undo', { id }, panel)).toMatchObject({ ok: false });
});

test('a policy that takes permission back ends the recording at the next page', async () => {
  const background = studioBackground();
  await record(background);
  const restarted = studioBackground({ ...studioPolicy, studio: { record: 'nobody' } }, background);
  const inForce = async () => accepted(await restarted.send('status', {}, panel)).policy.studio.record;
  await expect.poll(inForce).toBe('nobody');
  expect(await restarted.send('studio.report', { reports: [press('one', 'Save', 1)] }, ordersPage)).toMatchObject({ ok: false });
  await restarted.send('arrive', { url: ordersUrl }, ordersPage);
  await expect.poll(() => restarted.badge.text).toBe('');
  expect(restarted.studioScripts()).toEqual([]);
  expect(accepted(await restarted.send('studio.state', {}, panel)).recording).toBeNull();
});

test('forgetting deletes drafts and ends a recording', async () => {
  const background = studioBackground();
  await record(background);
  await background.send('personalData.forget', {}, panel);
  expect(accepted(await background.send('studio.drafts', {}, panel)).drafts).toEqual([]);
  expect(accepted(await background.send('studio.state', {}, panel)).recording).toBeNull();
});

test('a recording of the developer tools becomes a draft of its own, with all that is lost; what is none makes nothing', async () => {
  const background = studioBackground();
  const steps = [
    { type: 'setViewport', width: 800, height: 600 },
    { type: 'click', selectors: [['aria/Save[role="button"]']] },
  ];
  const text = JSON.stringify({ title: 'Save it', steps });
  const { id, losses } = accepted(await background.send('studio.import', { app: 'orders', text }, panel));
  expect(losses).toEqual(['Step 1 (setViewport): the size of the window is not part of a guide.']);
  expect(await titlesOf(background, id)).toEqual(['Choose Save']);
  const refused = await background.send(
    'studio.import',
    { app: 'orders', text: '{"title":"T","steps":[{"type":"dance"}]}' },
    panel,
  );
  expect(refused).toMatchObject({ ok: false, why: expect.stringMatching(/^steps\[0\]\.type is "dance".*\.$/) });
  expect(accepted(await background.send('studio.drafts', {}, panel)).drafts).toHaveLength(1);
});

/** The page in front says that it is in this language. */
function speak({ browser }: Background, language: string) {
  const { scripting } = browser as unknown as { scripting: { executeScript(injection: { func?: unknown }): Promise<object[]> } };
  scripting.executeScript = async ({ func }) => (func ? [{ result: language }] : []);
}

const pressIn = (language: string, name: string): ReturnType<typeof press> => {
  const report = press(`${language}-1`, name, 9000);
  if (report.is === 'act') report.act.anchor.language = language;
  return report;
};

test('a draft is repeated in the language of the page in front: its step gains name and instruction, and none is added', async () => {
  const background = studioBackground();
  const id = await record(background);
  await background.send('studio.report', { reports: [press('one', 'Save', 1000)] }, ordersPage);
  await background.send('studio.stopRecording', {}, panel);
  speak(background, 'de-DE');
  expect(await background.send('studio.record', { id, translate: true }, panel)).toEqual({ ok: true, id });
  const reports = [pressIn('de-de', 'Speichern')];
  expect(await background.send('studio.report', { reports }, ordersPage)).toEqual({ ok: true });
  const restarted = background.restarted();
  expect(await restarted.send('studio.report', { reports }, ordersPage)).toEqual({ ok: true });
  const extra = [{ ...press('two', 'Speichern', 9500) }];
  expect(await restarted.send('studio.report', { reports: extra }, ordersPage)).toEqual({ ok: true });
  const { recording } = accepted(await restarted.send('studio.state', {}, panel));
  expect(recording?.translation).toEqual({ language: 'de-DE', done: ['one'], of: 1, unmatched: 1 });
  const { guide, language } = await draftOf(restarted, id);
  expect(language).toBe('en');
  expect(guide).toMatchObject({ steps: [{ id: 'one', title: { en: 'Choose Save', 'de-DE': 'Wählen Sie Speichern' } }] });
  expect(guide).toMatchObject({ steps: [{ anchor: { name: { en: 'Save', 'de-DE': 'Speichern' } } }] });
});

test.each([
  ['the page is in the language of the draft', 'en-GB', /language of the draft \(en\)/],
  ['the page does not say its language', '', /does not say which language/],
])('a draft is not repeated where %s, and the reason is given', async (_, language, why) => {
  const background = studioBackground();
  const id = await record(background);
  const empty = await background.send('studio.record', { id, translate: true }, panel);
  expect(empty).toMatchObject({ ok: false, why: expect.stringMatching(/No step/) });
  await background.send('studio.report', { reports: [press('one', 'Save', 1000)] }, ordersPage);
  await background.send('studio.stopRecording', {}, panel);
  speak(background, language);
  const refused = await background.send('studio.record', { id, translate: true }, panel);
  expect(refused).toMatchObject({ ok: false, why: expect.stringMatching(why) });
  expect(accepted(await background.send('studio.state', {}, panel)).recording).toBeNull();
  const { id: tip } = accepted(await background.send('studio.create', { app: 'orders', kind: 'tip' }, panel));
  expect(await background.send('studio.record', { id: tip, translate: true }, panel)).toMatchObject({ ok: false });
});
