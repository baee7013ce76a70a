import { expect } from 'vitest';
import { eventually } from '../journeys/harness/eventually.ts';
import type { AppJourney, Interruption } from './app-journey.ts';
import { hide, unhide } from './in-page.ts';
import { patience } from './pressing.ts';
import type { Visit } from './real-app.ts';
import type { Words } from './words.ts';

interface Interrupted {
  visit: Visit;
  journey: AppJourney;
  step: string;
  words: Words;
  stopWorker(): Promise<void>;
  /** The step is there again, beside its control. */
  again(): Promise<void>;
}

/** How long a step may look for its control before it says that it is not there: 2 s, and what a busy machine adds, in ms. */
const saidWithin = 6000;

const happen: Record<Interruption, (to: Interrupted) => Promise<void>> = {
  reload: ({ visit }) => visit.reload(),
  'worker stopped': ({ stopWorker }) => stopWorker(),
  back: async ({ visit, words }) => {
    await visit.back();
    await says(visit, away(words));
    await visit.forward();
  },
  'second tab': async ({ visit, words }) => {
    const second = await visit.another();
    await second.go(await visit.asks<string>('location.pathname + location.search + location.hash'));
    // It goes on in one tab at a time; the other offers to take it over.
    await says(second, [words.ours('offerTitle')]);
    await second.shows('second-tab');
    await second.close();
  },
  'control missing': async ({ visit, journey, step, words }) => {
    const { control } = journey.walk.steps.find(({ id }) => id === step)!;
    await visit.asks(hide(control!));
    await says(visit, notShown(words), saidWithin);
    await visit.shows('control-missing');
    await visit.asks(unhide(control!));
  },
  'session over': async ({ visit, journey, words }) => {
    const other = await visit.another();
    await journey.endSession!(other);
    await other.close();
    await visit.reload();
    // Some apps sign in at an address of its own, some at the very page.
    await says(visit, [...away(words), ...notShown(words)]);
    await visit.shows('session-over');
    await journey.signIn!(visit);
    for (const name of [words.ours('goThere'), words.ours('comeBack')])
      if (await visit.cairn.exists({ role: 'button', name })) await visit.cairn.click({ role: 'button', name });
  },
};

/** What is said of a control that is not in the page, or not drawn there: the apps do either. */
const notShown = ({ ours }: Words) => [ours('stepMissing'), ours('stepHidden')];

/** What is said on a page that the step is not on. */
const away = ({ ours }: Words) => [ours('stepElsewhere'), ours('stepPaused')];

/** What happens at each step, by its id; whatever happened, the person is where they were. */
export function interruptionsOf(to: Omit<Interrupted, 'step' | 'again'>) {
  const { visit, journey, words } = to;
  const at = Object.entries(journey.interruptions).map(([step, kinds]) => {
    const happens = async (again: () => Promise<void>) => {
      for (const kind of kinds) {
        await happen[kind]({ ...to, step, again });
        await again();
        const said = await visit.cairn.text();
        expect(notShown(words).filter((one) => said.includes(one))).toEqual([]);
      }
    };
    return [step, happens] as const;
  });
  return Object.fromEntries(at);
}

const says = (visit: Visit, any: readonly string[], within = patience) =>
  eventually(
    async () => {
      const said = await visit.cairn.text();
      return any.some((words) => said.includes(words));
    },
    async () => `${visit.browser} should say ${any.join(' or ')}; it says ${await visit.cairn.text()}`,
    within,
  );
