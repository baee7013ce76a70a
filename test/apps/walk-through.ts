import type { PlainMessageKey } from '../../src/runtime/translate.ts';
import { eventually } from '../journeys/harness/eventually.ts';
import type { AppJourney } from './app-journey.ts';
import { patience } from './pressing.ts';
import { readPack, tipOf, walkOf } from './read-pack.ts';
import type { Visit } from './real-app.ts';
import { standsBeside } from './stands.ts';
import type { Words } from './words.ts';

export interface Walking {
  visit: Visit;
  journey: AppJourney;
  words: Words;
  /** What happens to the person at a step, before they do what it says. */
  interrupt?: Partial<Record<string, (again: () => Promise<void>) => Promise<void>>>;
}

/** The walkthrough from its tip to its end; at each step with a control the card must stand beside the very one that the app means. */
export async function walkThrough({ visit, journey, words, interrupt = {} }: Walking): Promise<void> {
  const pack = readPack(journey.name);
  const walk = walkOf(pack, journey.walk.id);
  const { ours, theirs } = words;
  const press = (key: PlainMessageKey) => visit.cairn.click({ role: 'button', name: ours(key) });
  const cardOf = (at: number) => ({
    role: 'dialog',
    name: ours('stepName', theirs(walk.title), String(at + 1), String(walk.steps.length)),
  });
  await begin(visit, journey, words);
  for (const [at, { id, control, arrivesBy, act }] of journey.walk.steps.entries()) {
    const again = async () => {
      await visit.cairn.find(cardOf(at));
      if (!control) return;
      const [, height] = await visit.asks<[number, number]>('[innerWidth, innerHeight]');
      const { y } = await visit.box(control);
      if (y < 0 || y > height) await press('bringIntoView');
      await standsBeside(visit, 'card', cardOf(at), control);
    };
    await visit.cairn.find(cardOf(at));
    if (arrivesBy === 'go') await press('goThere');
    await again();
    await visit.shows(`step-${at + 1}-${id}`, { alsoDark: at === 0 });
    await interrupt[id]?.(again);
    await act?.(visit);
    if (walk.steps[at]!.advance.on === 'next' && at + 1 < walk.steps.length) await press('next');
  }
  await eventually(
    () => visit.asks<boolean>(journey.walk.outcome),
    () => `The walkthrough is at its end, but this is not so: ${journey.walk.outcome}`,
    patience / 3,
  );
  await press('finish');
  await eventually(
    async () => (await visit.cairn.text()).includes(ours('finishedBody', theirs(walk.title))),
    async () => `The walkthrough has not come to its end: ${await visit.cairn.text()}`,
    patience,
  );
}

/** From the tip that offers it, which is the first way people meet a walkthrough. */
async function begin(visit: Visit, journey: AppJourney, { ours, theirs }: Words): Promise<void> {
  const pack = readPack(journey.name);
  const offering = pack.guides.find((guide) => guide.kind === 'tip' && guide.opens === journey.walk.id);
  const title = theirs(tipOf(pack, offering?.id ?? '').title);
  await visit.cairn.click({ role: 'button', name: ours('tipBeacon', title) });
  await visit.cairn.click({ role: 'button', name: ours('showMeHow') });
}
