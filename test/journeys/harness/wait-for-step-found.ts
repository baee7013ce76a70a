import { eventually } from './eventually.ts';
import type { ElementQuery, Surface } from './surface.ts';

/**
 * Waits until a step's card is there and its control is found, which is a moment later: people act on a step once they see where. For
 * journeys in which Cairn speaks English.
 */
export async function waitForStepFound(cairn: Surface, card: ElementQuery): Promise<void> {
  await eventually(
    async () => !/Looking for it on this page|not on the page right now/.test(await cairn.text(card)),
    () => cairn.text(card),
  );
}
