import type { WhyReport } from '../messaging/extension-messages.ts';
import { keyOfGuide } from '../model/pack/guide-key.ts';
import { localize, type Text } from '../model/text/text.ts';
import type { PackGuide } from '../packs/pack-guide.ts';
import { appAt } from '../policy/app-at.ts';
import { explainTargeting } from '../targeting/explain-targeting.ts';
import { judgeOpenedGuide } from '../targeting/judge-opened-guide.ts';
import { judgePerson } from '../targeting/judge-person.ts';
import { judgePreferences } from '../targeting/judge-preferences.ts';
import { addPrompt, judgePrompt } from '../targeting/judge-prompt.ts';
import { firstRefusal, type TargetingVerdict } from '../targeting/verdict.ts';
import type { BackgroundDeps } from './background-deps.ts';
import { createGuideSelection } from './guide-selection.ts';
import { createPersonProfile } from './person-profile.ts';
import type { RecordSubscriber } from './recorder.ts';
import type { StoredItems } from './storage/open-storage.ts';

interface TargetingDeps extends Pick<BackgroundDeps, 'policy' | 'shelf' | 'personStore' | 'languages' | 'notifyTabs'> {
  items: Pick<StoredItems, 'completions' | 'installNumber' | 'shownPrompts' | 'fittingGuides'>;
}

/** Gives out the few prompts that there are for all tabs and all apps together, and says why a guide is, or is not, shown. */
export function createTargeting(deps: TargetingDeps) {
  const { policy, languages, notifyTabs, items } = deps;
  const { person, countCompletion } = createPersonProfile(deps);
  const { guidesOf, preferencesIn, fittingKeys } = createGuideSelection(deps);

  /** Time has passed, or something was done: open pages are notified if that changes which guides are for this person. */
  async function tick(): Promise<void> {
    const [{ apps }, who] = [await policy(), await person()];
    const keys = JSON.stringify(await Promise.all(apps.map(async ({ id }) => fittingKeys(id, await guidesOf(id), who))));
    let before: string | null = null;
    await items.fittingGuides.update((stored) => {
      before = stored;
      return keys;
    });
    if (before !== null && before !== keys) await notifyTabs();
  }

  const onRecorded: RecordSubscriber = async (entry) => {
    if (entry.kind !== 'task' || entry.what !== 'finished') return;
    await countCompletion(entry.pack, entry.task);
    await tick();
  };

  /** One at a time, so that of two tabs that ask at once only one gets the prompt. */
  async function prompt(app: string, key: string, tab: number): Promise<TargetingVerdict | undefined> {
    const guides = await guidesOf(app);
    const guide = guides.find((one) => keyOfGuide(one) === key);
    if (!guide) return undefined;
    const [who, preferences] = [await person(), await preferencesIn(app)];
    let verdict: TargetingVerdict | undefined;
    await items.shownPrompts.update((shown) => {
      const prompts = { shown, tab, now: preferences.now };
      verdict = firstRefusal([
        () => judgePerson(guide, who),
        () => judgeOpenedGuide(guide, guides, (opened) => judgePerson(opened, who).fits),
        () => judgePreferences(guide, preferences),
        () => judgePrompt(guide, prompts),
      ]);
      return verdict.fits ? addPrompt(guide, prompts) : shown;
    });
    return verdict;
  }

  async function why(url: string): Promise<WhyReport> {
    const app = appAt(await policy(), url);
    if (!app) return { inApp: false };
    const preferred = await languages();
    const [guides, who, preferences] = [await guidesOf(app.id), await person(), await preferencesIn(app.id)];
    const prompts = { shown: await items.shownPrompts.get(), tab: -1, now: preferences.now };
    const situation = { page: { url }, person: who, preferences, prompts, guides };
    return {
      inApp: true,
      app: app.name,
      guides: guides.map((guide) => {
        const { kind, pack } = guide;
        const t = (text: Text) => localize(text, preferred, pack.language);
        const verdict = explainTargeting(guide, situation);
        return { key: keyOfGuide(guide), kind, title: t(guide.title), pack: t(pack.title), verdict };
      }),
    };
  }

  return {
    /** Keys of those guides of an app that are for this person now. */
    fitting: async (app: string, guides: readonly PackGuide[]) => fittingKeys(app, guides, await person()),
    tick,
    onRecorded,
    prompt,
    why,
  };
}
export type Targeting = ReturnType<typeof createTargeting>;
