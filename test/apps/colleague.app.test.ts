import { afterAll, describe, expect, test } from 'vitest';
import { startScreens } from '../journeys/harness/screens.ts';
import { appsHere } from './apps-here.ts';
import { type StoryPart, tellColleagueStory } from './colleague/colleague-story.ts';
import { tell } from './doc.ts';
import { addressName } from './open-app.ts';
import type { BrowserName } from './real-app.ts';

const browsers: readonly BrowserName[] = ['Chromium', 'Firefox'];
const MINUTE = 60_000;

describe.each((await appsHere()).filter(({ shown }) => shown))('$name', (journey) => {
  const { name, recipe, enter } = journey;
  const shown = journey.shown!;
  const outcomes: Partial<Record<BrowserName, string>> = {};
  const lifetime = new AsyncDisposableStack();
  afterAll(() => lifetime.disposeAsync());

  test.each(browsers)(
    'in %s a champion shows a task, it is edited and published, a colleague follows it with credit, and a check notices the next release',
    async (browser) => {
      outcomes[browser] = 'fails';
      await using own = new AsyncDisposableStack();
      const shots = await startScreens(`apps-colleague-${name}-${browser.toLowerCase()}`);
      const url = process.env[addressName(name)]!;
      const came = (to: StoryPart) => {
        outcomes[browser] = to;
      };
      await tellColleagueStory({ lifetime: own, journey: { name, enter, shown }, url, browser, shots, came });
    },
    8 * MINUTE,
  );

  test('docs/run/real-apps.md says what was seen', () => {
    const what = `“${shown.title}”, ${shown.acts.length} steps`;
    const { before, now } = tell('colleague', recipe.title, [{ key: [recipe.title, what], cells: outcomes }]);
    expect(now).toBe(before);
  });
});
