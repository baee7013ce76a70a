import type { Browser } from 'playwright-core';
import { runningApps } from '../running-apps.ts';
import { type ActGroup, groups } from './act-groups.ts';
import type { Site } from './open-sample.ts';
import type { SampleAct } from './sample-act.ts';
import { signIns } from './sign-ins.ts';

interface ActsAtSite {
  group: ActGroup;
  samples: readonly SampleAct[];
  site: Site;
}
type Wanted = Omit<ActsAtSite, 'site'>;

interface WantedActs {
  isWanted(act: SampleAct, group: ActGroup): boolean;
  /** Apps that may be started; all if undefined. */
  apps: readonly string[] | undefined;
  browser: Browser;
}

/** The groups with acts that are wanted, each with where they are performed. One app runs at a time; without it, it is said what is left out. */
export async function* actsAtSites({ isWanted, apps, browser }: WantedActs): AsyncGenerator<ActsAtSite> {
  const wanted = groups
    .map((group) => ({ group, samples: group.samples.filter((act) => isWanted(act, group)) }))
    .filter(({ samples }) => samples.length);
  for (const [app, inApp] of Map.groupBy(wanted, ({ group }) => group.app)) {
    if (app === undefined) for (const one of inApp) yield { ...one, site: { origin: 'https://shop.example', isRunning: false } };
    else if (apps && !apps.includes(app)) leaveOut(inApp, 'not among --apps');
    else yield* actsIn(app, inApp, browser);
  }
}

async function* actsIn(app: string, inApp: Wanted[], browser: Browser): AsyncGenerator<ActsAtSite> {
  const running = runningApps([app]);
  try {
    const site = await startedSite(running, app, browser).catch((fault) => void leaveOut(inApp, messageOf(fault)));
    if (site) for (const one of inApp) yield { ...one, site };
  } finally {
    await running.return(undefined);
  }
}

async function startedSite(running: ReturnType<typeof runningApps>, app: string, browser: Browser): Promise<Site> {
  const started = await running.next();
  if (started.done) throw new Error('it did not start');
  const origin = started.value.url;
  const context = await browser.newContext({ locale: 'en-US' });
  try {
    const page = await context.newPage();
    page.setDefaultTimeout(60_000);
    await signIns[app]?.(page, origin);
    return { origin, isRunning: true, state: await context.storageState() };
  } finally {
    await context.close();
  }
}

const leaveOut = (groups: readonly Wanted[], why: string): void =>
  console.log(`left out: ${groups.map(({ group }) => group.name).join(', ')}: ${why}`);
const messageOf = (fault: unknown): string => (fault instanceof Error ? fault.message : String(fault));
