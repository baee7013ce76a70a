import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { FrictionEntry } from '../../src/model/entry/entry.ts';
import { builtExtension } from '../journeys/harness/built-extension.ts';
import { type ChromiumJourney, startChromium } from '../journeys/harness/chromium.ts';
import { untilRegistered } from '../journeys/harness/registered-scripts.ts';
import { type Screens, startScreens } from '../journeys/harness/screens.ts';
import { appsHere } from './apps-here.ts';
import { tell } from './doc.ts';
import { FRICTION_IN_LEDGER, lineOf } from './friction-ledger.ts';
import { humanly } from './humanly.ts';
import { type AppStage, startAppStage } from './stage.ts';
import { visitInChromium } from './visit-in-chromium.ts';

/** A suspicion is held for 10 s, since a request may still answer; then it goes to the ledger. */
const HELD = 13_000;
/** The longest that friction looks back over the way through an app, and a little. */
const SETTLED = 16_000;

describe.each(await appsHere())('friction on $name', (journey) => {
  const lifetime = new AsyncDisposableStack();
  const seen = { acts: 0, told: [] as string[] };
  let stage: AppStage;
  let chromium: ChromiumJourney;
  let shots: Screens;

  beforeAll(async () => {
    stage = await startAppStage(lifetime, journey.name);
    shots = await startScreens(`apps-${journey.name}-friction`);
    chromium = await startChromium({ lifetime, extension: builtExtension('chrome'), policy: stage.policy });
    await untilRegistered(chromium);
  });
  afterAll(() => lifetime.disposeAsync());

  test('tasks done without trouble tell of none that is not known and explained', async () => {
    const visit = humanly(await visitInChromium({ context: chromium.context, url: stage.url, shots }));
    await journey.enter(visit, journey.languages[0]);
    // Getting ready loads pages faster than a person does; whatever that tells is told by now.
    await pause(SETTLED);
    const since = new Date().toISOString();
    const before = visit.acts();
    for (const { act } of journey.tasks) await act(visit);
    await pause(HELD);
    seen.acts = visit.acts() - before;
    const all = await (await chromium.worker()).evaluate<FrictionEntry[]>(FRICTION_IN_LEDGER);
    const told = all.filter(({ at }) => at >= since);
    console.log(told.map((one) => JSON.stringify(one)).join('\n'));
    // What took 3 s did so on a busy machine, and is told truly.
    seen.told = told.filter(({ signal }) => signal !== 'slow-response').map(lineOf);
    expect(seen.told.filter((one) => !journey.explained[one])).toEqual([]);
  });

  test('docs/run/real-apps.md says what was seen', () => {
    expect(seen.acts, 'the tasks were done').toBeGreaterThan(0);
    const which = [...new Set(seen.told)].map((one) => `${one}: ${journey.explained[one] ?? 'not explained'}`);
    const cells = {
      tasks: journey.tasks.map(({ task }) => task).join('; '),
      acts: seen.acts,
      false: seen.told.length,
      'which, and why': which.join('; ') || 'none',
    };
    const { before, now } = tell('friction', journey.recipe.title, [{ key: [journey.recipe.title], cells }]);
    expect(now).toBe(before);
  });
});
