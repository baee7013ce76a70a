import type { AppJourney } from './app-journey.ts';
import { readPack, tipOf } from './read-pack.ts';
import type { Visit } from './real-app.ts';
import { standsBeside } from './stands.ts';
import type { Words } from './words.ts';

/** Every tip of the pack: its beacon and its opened card stand beside the control that the app itself means. */
export async function tipsStand(visit: Visit, { name, tips }: AppJourney, { ours, theirs }: Words): Promise<void> {
  const pack = readPack(name);
  for (const { id, reach, control } of tips) {
    await reach(visit);
    const title = theirs(tipOf(pack, id).title);
    const beacon = { role: 'button', name: ours('tipBeacon', title) };
    const card = { role: 'dialog', name: ours('tipName', title) };
    await standsBeside(visit, 'beacon', beacon, control);
    await visit.cairn.click(beacon);
    await standsBeside(visit, 'card', card, control);
    await visit.shows(`tip-${id}`, { alsoDark: true });
    await visit.cairn.click({ role: 'button', name: ours('close') });
    await visit.cairn.gone(card);
  }
}
