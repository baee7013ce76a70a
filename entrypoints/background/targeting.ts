import type { Storage } from 'webextension-polyfill';
import type { Why } from '../../src/messaging/messages.ts';
import { guideKey, type ShownGuide } from '../../src/model/shown.ts';
import { localisePack } from '../../src/packs/localise-guide.ts';
import { appAt } from '../../src/policy/app-at.ts';
import { inTurn } from '../../src/runtime/in-turn.ts';
import { explain } from '../../src/targeting/explain.ts';
import { judgeAnnounced } from '../../src/targeting/judge-announced.ts';
import { judgePerson, type Person } from '../../src/targeting/judge-person.ts';
import { addPrompt, judgePrompt, type Prompted } from '../../src/targeting/judge-prompt.ts';
import { isOpened, judgeUnasked } from '../../src/targeting/judge-unasked.ts';
import { firstRefusal, type Verdict } from '../../src/targeting/verdict.ts';
import type { Means } from './means.ts';
import { createPerson } from './person.ts';
import type { Record as Recorder } from './record.ts';
import { valueIn } from './values.ts';

/** Chooses guides for this person, and gives out the few prompts that there are for all tabs and all apps together. */
export function createTargeting(wired: Means, { local, session }: { local: Storage.StorageArea; session: Storage.StorageArea }) {
  const { policy, shelf, kept, languages, tellTabs } = wired;
  const turn = inTurn();
  const { person, completed, forget } = createPerson(wired, local);
  const prompted = valueIn(local, 'prompts');
  const judged = valueIn(session, 'fitting');
  const prompts = async () => ((await prompted.get()) ?? []) as Prompted[];
  const wishes = async (app: string) => ({ quiet: await kept.quiet(), settled: await kept.settled(), app, now: Date.now() });

  async function guidesOf(app: string): Promise<ShownGuide[]> {
    if (!(await policy()).switches.guidance) return [];
    const spoken = await languages();
    return (await shelf.packs()).filter((pack) => pack.app === app).flatMap((pack) => localisePack(pack, spoken));
  }

  /** What a person may open, and what may be shown to them unasked. */
  async function keysFor(app: string, guides: readonly ShownGuide[], who: Person): Promise<string[]> {
    const said = await wishes(app);
    const fit = guides.filter((guide) => judgePerson(guide, who).fits && (isOpened(guide) || judgeUnasked(guide, said).fits));
    return fit.map(guideKey);
  }

  /** Time has passed, or something was done: pages hear of it if that changes which guides are for this person. */
  async function tick(): Promise<void> {
    const [{ apps }, who] = [await policy(), await person()];
    const keys = await Promise.all(apps.map(async ({ id }) => keysFor(id, await guidesOf(id), who)));
    const now = JSON.stringify(keys);
    const before = await judged.get();
    await judged.set(now);
    if (before !== undefined && before !== now) await tellTabs();
  }

  const record: Recorder = async (draft) => {
    const done = await wired.record(draft);
    if (done.ok && draft.kind === 'task' && draft.what === 'finished') {
      await completed(draft.pack, draft.task);
      await tick();
    }
    return done;
  };

  /** One at a time, so that two tabs that ask at once cannot both be told yes. */
  const prompt = (app: string, key: string, tab: number): Promise<Verdict | undefined> =>
    turn(async () => {
      const guides = await guidesOf(app);
      const guide = guides.find((one) => guideKey(one) === key);
      if (!guide) return undefined;
      const [who, said, shown] = [await person(), await wishes(app), await prompts()];
      const at = { shown, tab, now: said.now };
      const verdict = firstRefusal([
        () => judgePerson(guide, who),
        () => judgeAnnounced(guide, guides, (announced) => judgePerson(announced, who).fits),
        () => judgeUnasked(guide, said),
        () => judgePrompt(guide, at),
      ]);
      if (verdict.fits) await prompted.set(addPrompt(guide, at));
      return verdict;
    });

  async function why(url: string): Promise<Why> {
    const app = appAt(await policy(), url);
    if (!app) return { here: false };
    const [guides, who, said, shown] = [await guidesOf(app.id), await person(), await wishes(app.id), await prompts()];
    const at = { page: { url }, person: who, wishes: said, prompts: { shown, tab: -1, now: said.now }, guides };
    return {
      here: true,
      app: app.name,
      guides: guides.map((guide) => {
        const { kind, title, pack } = guide;
        return { key: guideKey(guide), kind, title, pack: pack.title, verdict: explain(guide, at) };
      }),
    };
  }

  return {
    means: { ...wired, record },
    /** Keys of those guides of an app that are for this person now. */
    fitting: async (app: string, guides: readonly ShownGuide[]) => keysFor(app, guides, await person()),
    tick,
    prompt,
    why,
    forget,
  };
}
export type Targeting = ReturnType<typeof createTargeting>;
