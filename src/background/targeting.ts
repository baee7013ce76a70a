import type { ControlReport, WhyReport } from '../messaging/extension-messages.ts';
import { keyOfGuide } from '../model/pack/guide-key.ts';
import { localize, type Text } from '../model/text/text.ts';
import type { PackGuide } from '../packs/pack-guide.ts';
import { appAt } from '../policy/app-at.ts';
import { explainTargeting, type TargetingSituation } from '../targeting/explain-targeting.ts';
import { judgeOpenedGuide } from '../targeting/judge-opened-guide.ts';
import { judgePerson } from '../targeting/judge-person.ts';
import { judgePreferences } from '../targeting/judge-preferences.ts';
import { addPrompt, judgePrompt } from '../targeting/judge-prompt.ts';
import { judgeReply } from '../targeting/judge-reply.ts';
import { firstRefusal, type TargetingVerdict } from '../targeting/verdict.ts';
import type { BackgroundDeps } from './background-deps.ts';
import { controlReports, type FindControls } from './control-reports.ts';
import { routesOfReplies } from './feedback-replies.ts';
import { createGuideSelection } from './guide-selection.ts';
import { createPersonProfile } from './person-profile.ts';
import type { RecordSubscriber } from './recorder.ts';
import type { StoredItems } from './storage/open-storage.ts';

interface TargetingDeps extends Pick<BackgroundDeps, 'policy' | 'shelf' | 'personStore' | 'languages' | 'notifyTabs' | 'ledger'> {
  items: Pick<StoredItems, 'completions' | 'installNumber' | 'shownPrompts' | 'fittingGuides'>;
}

type ExplainedGuide = Extract<WhyReport, { inApp: true }>['guides'][number];

function explainedGuide(
  { guide, verdict }: { guide: PackGuide; verdict: TargetingVerdict },
  control: ControlReport | undefined,
  languages: readonly string[],
): ExplainedGuide {
  const { kind, pack } = guide;
  const t = (text: Text) => localize(text, languages, pack.language);
  return { key: keyOfGuide(guide), kind, title: t(guide.title), pack: t(pack.title), verdict, ...(control && { control }) };
}

/** Every guide as targeting judges it, and replies by whose feedback they answer. */
async function judgeGuides(
  guides: readonly PackGuide[],
  situation: TargetingSituation,
  { ledger, shelf }: Pick<TargetingDeps, 'ledger' | 'shelf'>,
) {
  const replies = await routesOfReplies(ledger, await shelf.packs());
  return guides.map((guide) => ({
    guide,
    verdict: firstRefusal([() => explainTargeting(guide, situation), () => judgeReply(guide, keyOfGuide(guide) in replies)]),
  }));
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

  /** @param find asks an open page at that address for controls; undefined where none is open */
  async function why(url: string, find: FindControls): Promise<WhyReport> {
    const app = appAt(await policy(), url);
    if (!app) return { inApp: false };
    const preferred = await languages();
    const [guides, who, preferences] = [await guidesOf(app.id), await person(), await preferencesIn(app.id)];
    const prompts = { shown: await items.shownPrompts.get(), tab: -1, now: preferences.now };
    const situation = { page: { url }, person: who, preferences, prompts, guides };
    const judged = await judgeGuides(guides, situation, deps);
    const controls = await controlReports(judged, preferred, find);
    return {
      inApp: true,
      app: app.name,
      guides: judged.map((one, i) => explainedGuide(one, controls[i], preferred)),
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
