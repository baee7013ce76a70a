import { eventually } from '../journeys/harness/eventually.ts';
import type { Box } from '../journeys/harness/surface.ts';
import { boxOf, bringIntoView } from './in-page.ts';
import type { Control } from './real-app.ts';

/** A first page load of such an app takes up to 20 s on a busy machine. */
export const patience = 45_000;

type Asks = <T>(expression: string) => Promise<T>;
type Seen = Box & { reached: boolean };

/** Waits until the control is drawn where it was 100 ms before; where that is. */
export async function restingBox(asks: Asks, control: Control, pressable = false): Promise<Box> {
  const last: { at: string; seen: Seen | null } = { at: '', seen: null };
  return eventually(
    async () => {
      const seen = await asks<Seen | null>(boxOf(control)).catch(() => null);
      const at = JSON.stringify(seen);
      const rests = seen !== null && at === last.at && (!pressable || seen.reached);
      if (pressable && seen && !seen.reached && at === last.at) await asks(bringIntoView(control)).catch(() => {});
      Object.assign(last, { at, seen });
      if (!rests) await new Promise((done) => setTimeout(done, 100));
      return rests && { x: seen.x, y: seen.y, width: seen.width, height: seen.height };
    },
    () => `${control} is ${last.seen ? `there, but moves or lies under something else: ${last.at}` : 'not on the page'}`,
    patience,
  );
}

export const middleOf = ({ x, y, width, height }: Box) => ({ x: x + width / 2, y: y + height / 2 });

/** Waits until there is no such element, or it is not drawn. */
export async function gone({ asks }: { asks: Asks }, control: Control): Promise<void> {
  await eventually(
    async () => (await asks<Seen | null>(boxOf(control)).catch(() => undefined)) === null,
    () => `${control} is still on the page`,
    patience,
  );
}
