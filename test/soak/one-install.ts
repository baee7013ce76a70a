import type { Entry } from '../../src/model/entry/entry.ts';
import { feedback, guideEntry, words } from '../ledger/entries.ts';
import { type Install, install } from '../upload/install.ts';

export interface Day {
  hub: { url: string; token: string };
  entries: number;
  random: () => number;
}

export interface DayOver {
  /** What its owner recorded and did not erase. */
  recorded: Entry[];
  erased: number;
  at: Install;
  workerStops: number;
}

/** The life of one install: guide entries all day, feedback now and then, half of it with words; sometimes one is erased; alarms fire, and the worker stops at any time. */
export async function oneInstall({ hub, entries, random }: Day): Promise<DayOver> {
  const at = install({ policyHub: () => hub, random });
  const recorded: Entry[] = [];
  const erased = new Set<string>();
  let workerStops = 0;
  while (recorded.length < entries) {
    for (const entry of someEntries(random, entries - recorded.length)) {
      recorded.push(entry);
      const sending = at.record(entry);
      // A worker that is stopped does not wait for what it has started; the next one continues with what is on the disk.
      if (random() < 0.005) {
        workerStops++;
        await at.ledger.append({ entry });
        at.restart();
        await at.upload.resume();
      }
      await sending;
    }
    const regretted = random() < 0.02 && recorded[Math.floor(random() * recorded.length)];
    if (regretted) {
      erased.add(regretted.id);
      await at.ledger.erase(regretted.id);
    }
    at.clock.advance(random() * 120_000);
    if (at.alarms.due !== undefined && at.alarms.due <= at.clock.now()) await at.nextAlarm();
  }
  await at.upload.flush('leaving');
  await at.untilSent(500);
  const left = recorded.filter((entry) => !erased.has(entry.id) && !(entry.kind === 'words' && erased.has(entry.of)));
  return { recorded: left, erased: recorded.length - left.length, at, workerStops };
}

function someEntries(random: () => number, most: number): Entry[] {
  if (random() > 0.04) return [guideEntry()];
  const submitted = feedback();
  return random() < 0.5 && most > 1 ? [submitted, words(submitted.id)] : [submitted];
}
