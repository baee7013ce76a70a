import { chance } from './chance.ts';
import { type FaultyProxy, ways } from './faulty-proxy.ts';
import { hubBehindProxy } from './hub-behind-proxy.ts';
import { type DayOver, oneInstall } from './one-install.ts';

interface SoakOptions {
  installs: number;
  /** Of each install. */
  entries: number;
  /** Share of requests that fail, 0 to 1. */
  share: number;
  seed: number;
}

export interface SoakResult {
  recorded: number;
  /** Kept, and erased again by its owner: at the hub it would count as twice. */
  erased: number;
  feedbackRecorded: number;
  /** Kept, and not at the hub. */
  lost: number;
  feedbackLost: number;
  /** Rows at the hub beyond one for each entry that was recorded. */
  twice: number;
  /** Installs whose feedback and words came in another order than they were given. */
  disordered: number;
  /** Rows that the ledgers do not show as sent. */
  unsettled: number;
  workerStops: number;
  requests: FaultyProxy['counts'];
  seconds: number;
}

/** Time is moved by hand here, so what only time ends is left out; and an install that enrols ever anew is another test's. */
const quick = ways.filter((way) => way !== 'never answered' && way !== '401');

/** Many installs before one real hub, through a proxy that fails. */
export async function soak({ installs, entries, share, seed }: SoakOptions): Promise<SoakResult> {
  const started = performance.now();
  const random = chance(seed);
  const { hub, counts, ids, close } = await hubBehindProxy(() =>
    random() < share ? quick[Math.floor(random() * quick.length)] : undefined,
  );
  try {
    const days = Array.from({ length: installs }, (_, n) => oneInstall({ hub, entries, random: chance(seed + 1 + n) }));
    const over = await Promise.all(days);
    return { ...(await compare(await ids(), over)), requests: counts, seconds: (performance.now() - started) / 1000 };
  } finally {
    await close();
  }
}

async function compare(atHub: readonly string[], over: DayOver[]): Promise<Omit<SoakResult, 'requests' | 'seconds'>> {
  const place = new Map(atHub.map((id, n) => [id, n]));
  const recorded = over.flatMap((day) => day.recorded);
  const submitted = recorded.filter(({ kind }) => kind !== 'guide');
  const counts = await Promise.all(over.map(({ at }) => at.ledger.counts()));
  return {
    recorded: recorded.length,
    erased: over.reduce((sum, day) => sum + day.erased, 0),
    feedbackRecorded: submitted.length,
    lost: recorded.filter(({ id }) => !place.has(id)).length,
    feedbackLost: submitted.filter(({ id }) => !place.has(id)).length,
    twice: atHub.length - recorded.filter(({ id }) => place.has(id)).length,
    disordered: over.filter((day) => !isInOrder(day, place)).length,
    unsettled: recorded.length - counts.reduce((sum, { sent }) => sum + sent, 0),
    workerStops: over.reduce((sum, day) => sum + day.workerStops, 0),
  };
}

function isInOrder({ recorded }: DayOver, place: ReadonlyMap<string, number>): boolean {
  const places = recorded.filter(({ kind }) => kind !== 'guide').map(({ id }) => place.get(id) ?? -1);
  return places.every((at, n) => n === 0 || at > (places[n - 1] ?? -1));
}
