import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { builtExtension } from '../journeys/harness/built-extension.ts';
import { type ChromiumJourney, startChromium } from '../journeys/harness/chromium.ts';
import { untilRegistered } from '../journeys/harness/registered-scripts.ts';
import { type Screens, startScreens } from '../journeys/harness/screens.ts';
import { appsHere } from './apps-here.ts';
import { tell } from './doc.ts';
import { interruptionsOf } from './interrupt.ts';
import { launcherCoversNothing } from './launcher-covers-nothing.ts';
import { linesOf, whats } from './lines.ts';
import { profileIn } from './profile-in.ts';
import type { Visit } from './real-app.ts';
import { sendFeedback } from './send-feedback.ts';
import { type AppStage, startAppStage } from './stage.ts';
import { tipsStand } from './tips-stand.ts';
import { visitInChromium } from './visit-in-chromium.ts';
import { walkThrough } from './walk-through.ts';
import { wordsIn } from './words.ts';

describe.each(await appsHere())('$name in Chromium', (journey) => {
  const lifetime = new AsyncDisposableStack();
  const outcomes = new Map<string, string>();
  const what = whats(journey);
  let stage: AppStage;
  let shots: Screens;

  beforeAll(async () => {
    stage = await startAppStage(lifetime, journey.name);
    shots = await startScreens(`apps-${journey.name}`);
  });
  afterAll(() => lifetime.disposeAsync());

  /** A browser of that language with the policy in force. */
  async function browserIn(language: string): Promise<ChromiumJourney> {
    const profile = await profileIn(lifetime, language);
    const extension = builtExtension('chrome');
    const chromium = await startChromium({ lifetime, extension, policy: stage.policy, profile, language });
    await untilRegistered(chromium);
    return chromium;
  }

  async function seen(name: string, see: () => Promise<void>): Promise<void> {
    outcomes.set(name, 'fails');
    await see();
    outcomes.set(name, 'yes');
  }

  const visitIn = ({ context, worker }: ChromiumJourney): Promise<Visit> =>
    visitInChromium({ context, worker, url: stage.url, shots });

  describe('in its first language', () => {
    const words = wordsIn(journey.languages[0]);
    let chromium: ChromiumJourney;
    let visit: Visit;
    beforeAll(async () => {
      chromium = await browserIn(journey.languages[0]);
      visit = await visitIn(chromium);
      await journey.enter(visit, journey.languages[0]);
    });
    afterAll(() => chromium?.close());

    test(what.tips, () => seen(what.tips, () => tipsStand(visit, journey, words)));

    test(what.launcher, () => seen(what.launcher, () => launcherCoversNothing(visit, journey, words)));

    test(what.walk, () =>
      seen(what.walk, async () => {
        await journey.enter(visit, journey.languages[0]);
        const { stopWorker } = chromium;
        const interrupt = interruptionsOf({ visit, journey, words, stopWorker });
        await walkThrough({ visit, journey, words, interrupt });
      }),
    );

    test(what.feedback, () => seen(what.feedback, () => sendFeedback({ visit, journey, stage, words })));
  });

  test.each(journey.languages.slice(1))('the walkthrough in %s', (language) =>
    seen(what.inLanguage(language), async () => {
      const chromium = await browserIn(language);
      const visit = await visitIn(chromium);
      await journey.enter(visit, language);
      await walkThrough({ visit, journey, words: wordsIn(language) });
      await chromium.close();
    }),
  );

  test('docs/run/real-apps.md says what was seen', () => {
    const { before, now } = tell('seen', journey.recipe.title, linesOf(journey, 'Chromium', outcomes));
    expect(now).toBe(before);
  });
});
