import { expect } from 'vitest';
import type { AppJourney } from './app-journey.ts';
import { readPack, tipOf } from './read-pack.ts';
import type { Visit } from './real-app.ts';
import type { AppStage } from './stage.ts';
import type { Words } from './words.ts';

interface Sending {
  visit: Visit;
  journey: AppJourney;
  stage: AppStage;
  words: Words;
}

/** One click on what the first tip is about: the hub has app, control and guide, and no name of a person. What may be data is not named. */
export async function sendFeedback({ visit, journey, stage, words: { ours, theirs } }: Sending): Promise<void> {
  const [about] = journey.tips;
  const pack = readPack(journey.name);
  const tip = tipOf(pack, about!.id);
  const press = (name: string) => visit.cairn.click({ role: 'button', name });
  await journey.enter(visit, journey.languages[0]);
  await about!.reach(visit);
  await press(ours('tipBeacon', theirs(tip.title)));
  await press(ours('launcher'));
  await press(ours('choice_confused'));
  const item = await stage.arrives(({ choice }) => choice === 'confused');
  expect(item).toMatchObject({
    app: journey.name,
    control: { role: tip.anchor.role, ...(tip.anchor.name ? { name: theirs(tip.anchor.name) } : { masked: true }) },
    about: { pack: pack.id, version: pack.version, guide: tip.id },
  });
  expect(item).not.toHaveProperty('contact');
  await visit.shows('feedback');
}
