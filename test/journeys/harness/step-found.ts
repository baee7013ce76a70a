import { eventually } from './eventually.ts';
import type { Sought, Surface } from './seen.ts';

/**
 * Waits until a step's card is there and its control is found, which is a moment later: people act on a step once they see where. For
 * journeys in which Cairn speaks English.
 */
export async function stepFound(cairn: Surface, card: Sought): Promise<void> {
  await eventually(
    async () => !/Looking for it on this page|not on the page right now/.test(await cairn.text(card)),
    () => cairn.text(card),
  );
}
