import type { Clock } from '../runtime/clock.ts';
import type { Connection } from './connection.ts';
import { isFull, makeRoom } from './make-room.ts';

/** What Chromium frees counts as free only once its store has been compacted: dropping more at once would only empty the ledger. */
const MAKE_ROOM_INTERVAL_MS = 60_000;

/** Like the connection, for writing: where there is no room it drops the oldest that nobody said, once a minute, and tries again. */
export function writeWithRoom(
  use: Connection,
  { clock, dropped: onDropped }: { clock: Clock; dropped(count: number): Promise<void> },
): Connection {
  let lastMade = Number.NEGATIVE_INFINITY;
  return async (act) => {
    try {
      return await use(act);
    } catch (fault) {
      if (!isFull(fault) || clock.now() - lastMade < MAKE_ROOM_INTERVAL_MS) throw fault;
      lastMade = clock.now();
      const count = await use(makeRoom);
      if (count === 0) throw fault;
      await onDropped(count);
      return use(act);
    }
  };
}
