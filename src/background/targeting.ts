import type { Storage } from 'webextension-polyfill';
import type { WhyReport } from '../messaging/extension-messages.ts';
import { keyOfGuide, type LocalizedGuide } from '../model/pack/localized-guide.ts';
import { localizePack } from '../packs/localize-guide.ts';
import { appAt } from '../policy/app-at.ts';
import { createMutex } from '../runtime/mutex.ts';
import { explainTargeting } from '../targeting/explain-targeting.ts';
import { judgeOpenedGuide } from '../targeting/judge-opened-guide.ts';
import { judgePerson, type Person } from '../targeting/judge-person.ts';
import { isOpenedByPerson, judgePreferences } from '../targeting/judge-preferences.ts';
import { addPrompt, judgePrompt, type ShownPrompt } from '../targeting/judge-prompt.ts';
import { firstRefusal, type TargetingVerdict } from '../targeting/verdict.ts';
import type { BackgroundDeps } from './background-deps.ts';
import { createPersonProfile } from './person-profile.ts';
import type { RecordEntry as Recorder } from './recorder.ts';
import { valueIn } from './values.ts';

/** Chooses guides for this person, and gives out the few prompts that there are for all tabs and all apps together. */
export function createTargeting(
  deps: BackgroundDeps,
  { local, session }: { local: Storage.StorageArea; session: Storage.StorageArea },
) {
  const { policy, shelf, personStore, languages, notifyTabs } = deps;
  const mutex = createMutex();
  const { person, countCompletion, forget } = createPersonProfile(deps, local);
  const promptItem = valueIn(local, 'prompts');
  const fittingItem = valueIn(session, 'fitting');
  const shownPrompts = async () => ((await promptItem.get()) ?? []) as ShownPrompt[];
  const wishesIn = async (app: string) => ({
    quiet: await personStore.quiet(),
    settled: await personStore.settled(),
    app,
    now: Date.now(),
  });

  async function guidesOf(app: string): Promise<LocalizedGuide[]> {
    if (!(await policy()).switches.guidance) return [];
    const preferred = await languages();
    return (await shelf.packs()).filter((pack) => pack.app === app).flatMap((pack) => localizePack(pack, preferred));
  }

  /** What a person may open, and what may be shown to them unasked. */
  async function fittingKeys(app: string, guides: readonly LocalizedGuide[], who: Person): Promise<string[]> {
    const wishes = await wishesIn(app);
    const fit = guides.filter(
      (guide) => judgePerson(guide, who).fits && (isOpenedByPerson(guide) || judgePreferences(guide, wishes).fits),
    );
    return fit.map(keyOfGuide);
  }

  /** Time has passed, or something was done: pages hear of it if that changes which guides are for this person. */
  async function tick(): Promise<void> {
    const [{ apps }, who] = [await policy(), await person()];
    const keys = await Promise.all(apps.map(async ({ id }) => fittingKeys(id, await guidesOf(id), who)));
    const now = JSON.stringify(keys);
    const before = await fittingItem.get();
    await fittingItem.set(now);
    if (before !== undefined && before !== now) await notifyTabs();
  }

  const record: Recorder = async (draft) => {
    const result = await deps.record(draft);
    if (result.ok && draft.kind === 'task' && draft.what === 'finished') {
      await countCompletion(draft.pack, draft.task);
      await tick();
    }
    return result;
  };

  /** One at a time, so that two tabs that ask at once cannot both be told yes. */
  const prompt = (app: string, key: string, tab: number): Promise<TargetingVerdict | undefined> =>
    mutex.runExclusive(async () => {
      const guides = await guidesOf(app);
      const guide = guides.find((one) => keyOfGuide(one) === key);
      if (!guide) return undefined;
      const [who, wishes, shown] = [await person(), await wishesIn(app), await shownPrompts()];
      const at = { shown, tab, now: wishes.now };
      const verdict = firstRefusal([
        () => judgePerson(guide, who),
        () => judgeOpenedGuide(guide, guides, (offered) => judgePerson(offered, who).fits),
        () => judgePreferences(guide, wishes),
        () => judgePrompt(guide, at),
      ]);
      if (verdict.fits) await promptItem.set(addPrompt(guide, at));
      return verdict;
    });

  async function why(url: string): Promise<WhyReport> {
    const app = appAt(await policy(), url);
    if (!app) return { inApp: false };
    const [guides, who, wishes, shown] = [await guidesOf(app.id), await person(), await wishesIn(app.id), await shownPrompts()];
    const at = { page: { url }, person: who, preferences: wishes, prompts: { shown, tab: -1, now: wishes.now }, guides };
    return {
      inApp: true,
      app: app.name,
      guides: guides.map((guide) => {
        const { kind, title, pack } = guide;
        return { key: keyOfGuide(guide), kind, title, pack: pack.title, verdict: explainTargeting(guide, at) };
      }),
    };
  }

  return {
    means: { ...deps, record },
    /** Keys of those guides of an app that are for this person now. */
    fitting: async (app: string, guides: readonly LocalizedGuide[]) => fittingKeys(app, guides, await person()),
    tick,
    prompt,
    why,
    forget,
  };
}
export type Targeting = ReturnType<typeof createTargeting>;
