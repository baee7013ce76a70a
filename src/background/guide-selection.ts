import { keyOfGuide } from '../model/pack/guide-key.ts';
import { guidesIn, type PackGuide } from '../packs/pack-guide.ts';
import { judgePerson, type Person } from '../targeting/judge-person.ts';
import { isOpenedByPerson, judgePreferences } from '../targeting/judge-preferences.ts';
import type { BackgroundDeps } from './background-deps.ts';

/** The guides of an app as targeting judges them, and what the person asked to be spared there. */
export function createGuideSelection({ policy, shelf, personStore }: Pick<BackgroundDeps, 'policy' | 'shelf' | 'personStore'>) {
  const preferencesIn = async (app: string) => ({
    mute: await personStore.muteState(),
    guideHistories: await personStore.guideHistories(),
    app,
    now: Date.now(),
  });

  async function guidesOf(app: string): Promise<PackGuide[]> {
    if (!(await policy()).switches.guidance) return [];
    return (await shelf.packs()).filter((pack) => pack.app === app).flatMap(guidesIn);
  }

  /** Guides that the person may open, and guides that may be shown to them unasked. */
  async function fittingKeys(app: string, guides: readonly PackGuide[], who: Person): Promise<string[]> {
    const preferences = await preferencesIn(app);
    const fit = guides.filter(
      (guide) => judgePerson(guide, who).fits && (isOpenedByPerson(guide) || judgePreferences(guide, preferences).fits),
    );
    return fit.map(keyOfGuide);
  }

  return { guidesOf, preferencesIn, fittingKeys };
}
