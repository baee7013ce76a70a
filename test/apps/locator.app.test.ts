import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { bundle } from '../bench/locate/bundle.ts';
import type { AppJourney } from './app-journey.ts';
import { appsHere } from './apps-here.ts';
import { tell } from './doc.ts';
import type { Judged, recordSome } from './in-page-locator.ts';
import { addressName } from './open-app.ts';
import { openPlainVisit } from './open-plain-visit.ts';
import type { Visit } from './real-app.ts';

const script = await bundle(join(import.meta.dirname, 'in-page-locator.ts'), 'cairnLocator');
const MANY = 30;
/** Every page of the app six times over, each until it draws nothing new, in ms. */
const LONG = 5 * 60_000;

type Recorded = ReturnType<typeof recordSome>;
type Verdicts = { judged: Judged; why: string }[];

const asked = <T>(visit: Visit, expression: string) => visit.asks<T>(`(() => { ${script}; return ${expression}; })()`);

describe.each(await appsHere())('controls of $name found again', (journey) => {
  const url = process.env[addressName(journey.name)]!;
  const [base, ...others] = journey.languages;
  const { pages, passing } = journey.controls;
  const counts = new Map<string, Verdicts>();

  test('after a reload, in a new session, in other languages, in a narrow window', { timeout: LONG }, async () => {
    await using lifetime = new AsyncDisposableStack();
    const first = await openPlainVisit({ lifetime, url, language: base });
    const recorded = await record(first, journey, base);
    counts.set('a reload', await judge(first, journey, recorded, () => first.reload()));
    await first.resize(400, 800);
    counts.set('a window of 400 pixels', await judge(first, journey, recorded));
    await first.close();
    for (const language of [base, ...others]) {
      const again = await openPlainVisit({ lifetime, url, language });
      await journey.enter(again, language);
      counts.set(language === base ? 'a new session' : `a change to ${language}`, await judge(again, journey, recorded));
      await again.close();
    }
    const wrong = [...counts.values()].flat().filter(({ judged }) => judged === 'wrong');
    const missed = [...counts].flatMap(([after, all]) =>
      all.filter(({ judged }) => judged === 'not found').map(({ why }) => `${after}: ${why}`),
    );
    console.log(missed.join('\n'));
    expect(wrong.map(({ why }) => why)).toEqual([]);
  });

  test('docs/run/real-apps.md says what was seen', () => {
    const count = (all: Verdicts, wanted: Judged) => all.filter(({ judged }) => judged === wanted).length;
    const lines = [...counts].map(([after, all]) => ({
      key: [journey.recipe.title, after],
      cells: {
        recorded: all.length,
        found: count(all, 'found'),
        'not found': count(all, 'not found'),
        'gone, and nothing given': count(all, 'gone'),
        wrong: count(all, 'wrong'),
      },
    }));
    const { before, now } = tell('locator', journey.recipe.title, lines);
    expect(now).toBe(before);
  });

  async function record(visit: Visit, { enter }: AppJourney, language: string): Promise<Recorded[]> {
    await enter(visit, language);
    const recorded: Recorded[] = [];
    for (const [at, { reach, many }] of pages.entries()) {
      await reach(visit);
      await settled(visit);
      const left = MANY - recorded.flat().length;
      const wanted = at + 1 === pages.length ? left : Math.min(many, left);
      recorded.push(await asked<Recorded>(visit, `cairnLocator.recordSome(${wanted}, ${JSON.stringify(passing)})`));
    }
    return recorded;
  }

  async function judge(visit: Visit, _: AppJourney, recorded: Recorded[], then?: () => Promise<void>): Promise<Verdicts> {
    const verdicts: Verdicts = [];
    for (const [at, { reach }] of pages.entries()) {
      await reach(visit);
      await then?.();
      await settled(visit);
      const sought = JSON.stringify(recorded[at]);
      verdicts.push(...(await asked<Verdicts>(visit, `cairnLocator.judgeAll(${sought}, ${JSON.stringify(passing)})`)));
    }
    return verdicts;
  }
});

/** The app draws nothing new for a second. */
const settled = (visit: Visit) =>
  visit.asks(`new Promise((done) => {
    let still = setTimeout(done, 1000);
    const seen = new MutationObserver(() => { clearTimeout(still); still = setTimeout(done, 1000); });
    const watched = [document, ...[...document.querySelectorAll('iframe')].map((frame) => frame.contentDocument).filter(Boolean)];
    for (const root of watched) seen.observe(root, { subtree: true, childList: true, attributes: true });
    setTimeout(done, 8000);
  })`);
