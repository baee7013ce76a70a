import type { Clock } from '../runtime/clock.ts';
import type { Connection } from './connection.ts';
import { isFull, makeRoom } from './make-room.ts';

/** Chromium counts freed space as free only after it has compacted its store; dropping rows more often would only empty the ledger. */
const MAKE_ROOM_INTERVAL_MS = 60_000;

/** A connection for writing: on a full disk it drops the oldest rows that nobody submitted, once a minute, and repeats the write. */
export function writeWithRoom(
  connection: Connection,
  { clock, onDropped }: { clock: Clock; onDropped(count: number): Promise<void> },
): Connection {
  let lastMadeAt = Number.NEGATIVE_INFINITY;
  return async (act) => {
    try {
      return await connection(act);
    } catch (error) {
      if (!isFull(error) || clock.now() - lastMadeAt < MAKE_ROOM_INTERVAL_MS) throw error;
      lastMadeAt = clock.now();
      const count = await connection(makeRoom);
      if (count === 0) throw error;
      await onDropped(count);
      return connection(act);
    }
  };
}
