import { readFile } from 'node:fs/promises';
import { expect } from 'vitest';
import type { Pack } from '../../../src/model/pack/pack.ts';
import { eventually } from '../../journeys/harness/eventually.ts';
import { startHub } from '../../journeys/harness/hub.ts';
import type { Screens } from '../../journeys/harness/screens.ts';
import type { ElementQuery } from '../../journeys/harness/surface.ts';
import { type Publisher, startPublisher } from '../../journeys/publisher.ts';
import type { AppJourney } from '../app-journey.ts';
import { patience } from '../pressing.ts';
import type { BrowserName, Control, Visit } from '../real-app.ts';
import { standsBeside } from '../stands.ts';
import { noticeRelease } from './notice-release.ts';
import type { Panel } from './panel.ts';
import { type Person, people } from './person.ts';
import { publishProposal, temporaryFolder } from './publish-proposal.ts';
import type { TaskShown } from './task-shown.ts';
import { startVariedApp, type VariedApp } from './varied-app.ts';

type Journey = Pick<AppJourney, 'name' | 'enter'> & { shown: TaskShown };

interface StoryDeps {
  lifetime: AsyncDisposableStack;
  journey: Journey;
  /** Origin of the app. */
  url: string;
  browser: BrowserName;
  shots: Screens;
  /** Hears how far it has come. */
  came(to: StoryPart): void;
}

export type StoryPart = 'recorded' | 'published' | 'followed to the end' | 'yes';

interface Stage extends StoryDeps {
  app: VariedApp;
  author: Publisher;
  publisher: Publisher;
  folder: string;
  pack: string;
  policy: Record<string, unknown>;
}

const CREDIT = { name: 'Ada (sample)', department: 'Purchasing' };
const ADDED = 'Ask the author of this guide if your screen looks different.';

/**
 * A champion shows a task in a real app and proposes it; an author edits it, somebody else approves and releases it; a colleague follows it to
 * its real end and sees whose way it is; then the app has a new release, and a check names the control that is no more what it was.
 */
export async function tellColleagueStory(deps: StoryDeps): Promise<void> {
  const stage = await setStage(deps);
  const champion = await championShows(stage);
  deps.came('recorded');
  const { read, file } = await publishProposal(stage, (content) => editGuide(content, stage.journey.shown));
  await champion.close();
  expect(read).toContain(`${CREDIT.name}, ${CREDIT.department}`);
  for (const text of [read, await readFile(file, 'utf8')])
    for (const entered of stage.journey.shown.entered) expect(text).not.toContain(entered);
  deps.came('published');
  await colleagueFollows(stage);
  deps.came('followed to the end');
  await noticeRelease({ ...stage, shown: stage.journey.shown, file });
  deps.came('yes');
}

async function setStage(deps: StoryDeps): Promise<Stage> {
  const { lifetime, journey, url } = deps;
  const [app, hub, folder] = await Promise.all([
    startVariedApp(lifetime, url),
    startHub({ lifetime }),
    temporaryFolder(lifetime),
  ]);
  const publisher = await startPublisher(lifetime, hub);
  const author = await startPublisher(lifetime, hub, { name: 'Author', role: 'author' });
  const { kid, x } = JSON.parse((await publisher('keys', 'new'))[0]!);
  await publisher('keys', 'activate', kid);
  const pack = `${journey.name}-guides`;
  const policy = {
    apps: [{ id: journey.name, name: journey.name, origins: [app.url] }],
    hub: { url: hub.url, token: hub.enrolToken },
    packs: [{ url: `${hub.url}/v1/packs/${pack}` }],
    keys: [{ kid, x, apps: [journey.name] }],
  };
  return { ...deps, app, author, publisher, folder, pack, policy };
}

async function openApp(stage: Stage, record: 'everybody' | 'nobody'): Promise<Person> {
  const { lifetime, app, shots, browser, journey } = stage;
  const policy = { ...stage.policy, studio: { record } };
  const person = await people[browser]({ lifetime, policy, url: app.url, shots });
  await journey.enter(person.visit, 'en');
  await person.visit.cairn.find({ role: 'button', name: 'Cairn: feedback and guides' });
  return person;
}

async function championShows(stage: Stage): Promise<Person> {
  const { shown } = stage.journey;
  const champion = await openApp(stage, 'everybody');
  const panel = await champion.openPanel('studio');
  await panel.press('Record how you do it');
  await panel.says('Stop recording');
  for (const [at, { recorded, act }] of shown.acts.entries()) {
    await act(champion.visit);
    await panel.records(at + 1, recorded);
  }
  await isDone(champion.visit, shown);
  await stage.shots.take(panel.page, 'recording');
  await panel.press('Stop recording');
  await propose(panel, shown, stage.shots);
  return champion;
}

async function propose(panel: Panel, { title }: TaskShown, shots: Screens): Promise<void> {
  await panel.enter('Title', title);
  await panel.press('Propose');
  await panel.enter('Your name', CREDIT.name);
  await panel.enter('Your department', CREDIT.department);
  await shots.take(panel.page, 'proposing');
  await panel.press('Send proposal');
  await panel.says('Proposed. You see here what becomes of it.');
}

/** An author writes the names that were left out, and adds a sentence to the last step. */
function editGuide({ guides }: Pack, { acts }: TaskShown): void {
  const [guide] = guides;
  if (guide?.kind !== 'walkthrough') throw new Error(`The draft holds no walkthrough: ${JSON.stringify(guides)}`);
  for (const [at, step] of guide.steps.entries()) {
    const written = acts[at]!.written;
    if (!written) continue;
    step.title = `Choose **${written}**`;
    step.anchor = { ...step.anchor!, name: written };
  }
  guide.steps.at(-1)!.body = ADDED;
}

async function colleagueFollows(stage: Stage): Promise<void> {
  const { shown } = stage.journey;
  const { visit, openPanel, close } = await openApp(stage, 'nobody');
  const panel = await openPanel('here');
  await panel.press(shown.title);
  await follow(visit, shown).catch(async (error) => {
    await visit.shows('where-it-ended');
    throw error;
  });
  await visit.shows('end');
  await close();
}

async function follow(visit: Visit, shown: TaskShown): Promise<void> {
  const { cairn } = visit;
  for (const [at, { control, act }] of shown.acts.entries()) {
    const card = { role: 'dialog', name: new RegExp(`step ${at + 1} of ${shown.acts.length}$`) };
    await cairn.find(card);
    if (control) await isShownBeside(visit, card, control);
    if (at === 0) expect(await cairn.text()).toContain(`How ${CREDIT.name} (${CREDIT.department}) does it`);
    if (at === shown.acts.length - 1) expect(await cairn.text(card)).toContain(ADDED);
    await visit.shows(`step-${at + 1}`);
    await act(visit);
  }
  await isDone(visit, shown);
  await eventually(
    async () => (await cairn.text()).includes('You have reached the end'),
    async () => `The walkthrough has not come to its end: ${await cairn.text()}`,
    patience,
  );
}

/** The person has it brought into view if it is not there. */
async function isShownBeside(visit: Visit, card: ElementQuery, control: Control): Promise<void> {
  await eventually(
    async () => !/Looking for it on this page|not on the page right now/.test(await visit.cairn.text(card)),
    async () => `The control is not found, and the card says: ${await visit.cairn.text()}`,
    patience,
  );
  const [, height] = await visit.asks<[number, number]>('[innerWidth, innerHeight]');
  const { y } = await visit.box(control);
  if (y < 0 || y > height) await visit.cairn.click({ role: 'button', name: 'Scroll to it' });
  await standsBeside(visit, 'card', card, control);
}

const isDone = ({ asks }: Visit, { outcome }: TaskShown) =>
  eventually(
    () => asks<boolean>(outcome).catch(() => false),
    () => `The task is done, but this is not so: ${outcome}`,
    patience,
  );
