import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { builtExtension } from '../journeys/harness/built-extension.ts';
import { type FirefoxJourney, startFirefox } from '../journeys/harness/firefox.ts';
import { type Screens, startScreens } from '../journeys/harness/screens.ts';
import { appsHere } from './apps-here.ts';
import { tell } from './doc.ts';
import { interruptionsOf } from './interrupt.ts';
import { launcherCoversNothing } from './launcher-covers-nothing.ts';
import { linesOf, whats } from './lines.ts';
import type { Visit } from './real-app.ts';
import { sendFeedback } from './send-feedback.ts';
import { type AppStage, startAppStage } from './stage.ts';
import { tipsStand } from './tips-stand.ts';
import { visitInFirefox } from './visit-in-firefox.ts';
import { walkThrough } from './walk-through.ts';
import { wordsIn } from './words.ts';

describe.each(await appsHere())('$name in Firefox', (journey) => {
  const lifetime = new AsyncDisposableStack();
  const outcomes = new Map<string, string>();
  const what = whats(journey);
  const [base, ...others] = journey.languages;
  let stage: AppStage;
  let shots: Screens;

  beforeAll(async () => {
    stage = await startAppStage(lifetime, journey.name);
    shots = await startScreens(`apps-${journey.name}-firefox`);
  });
  afterAll(() => lifetime.disposeAsync());

  const browserIn = (language: string): Promise<FirefoxJourney> =>
    startFirefox({ lifetime, extension: builtExtension('firefox'), policy: stage.policy, language });

  async function visitIn(firefox: FirefoxJourney, language: string): Promise<Visit> {
    const visit = await visitInFirefox({ firefox, url: stage.url, shots });
    await journey.enter(visit, language);
    return visit;
  }

  async function seen(name: string, see: () => Promise<void>): Promise<void> {
    outcomes.set(name, 'fails');
    await see();
    outcomes.set(name, 'yes');
  }

  describe('in its first language', () => {
    const words = wordsIn(base);
    let firefox: FirefoxJourney;
    let visit: Visit;
    beforeAll(async () => {
      firefox = await browserIn(base);
      visit = await visitIn(firefox, base);
    });
    afterAll(() => firefox?.close());

    test(what.tips, () => seen(what.tips, () => tipsStand(visit, journey, words)));

    test(what.launcher, () => seen(what.launcher, () => launcherCoversNothing(visit, journey, words)));

    test(what.walk, () =>
      seen(what.walk, async () => {
        await journey.enter(visit, base);
        const stopWorker = () => firefox.stopBackground();
        const interrupt = interruptionsOf({ visit, journey, words, stopWorker });
        await walkThrough({ visit, journey, words, interrupt });
      }),
    );

    test(what.feedback, () => seen(what.feedback, () => sendFeedback({ visit, journey, stage, words })));
  });

  test.each(others)('the walkthrough in %s', (language) =>
    seen(what.inLanguage(language), async () => {
      const firefox = await browserIn(language);
      const visit = await visitIn(firefox, language);
      await walkThrough({ visit, journey, words: wordsIn(language) });
      await firefox.close();
    }),
  );

  test('docs/run/real-apps.md says what was seen', () => {
    const { before, now } = tell('seen', journey.recipe.title, linesOf(journey, 'Firefox', outcomes));
    expect(now).toBe(before);
  });
});
