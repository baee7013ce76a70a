import { writeFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import type { AppJourney } from '../../apps/app-journey.ts';
import { appNames } from '../../apps/apps.ts';
import { humanly } from '../../apps/humanly.ts';
import { readPack } from '../../apps/read-pack.ts';
import type { Visit } from '../../apps/real-app.ts';
import { visitInTab } from '../../apps/visit-in-chromium.ts';
import { builtExtension } from '../../journeys/harness/built-extension.ts';
import { startChromium } from '../../journeys/harness/chromium.ts';
import { freshSigner } from '../../journeys/harness/pack.ts';
import { untilRegistered } from '../../journeys/harness/registered-scripts.ts';
import { noScreens } from '../../journeys/harness/screens.ts';
import { serve } from '../../journeys/harness/serve.ts';
import { untilFrictionListens } from '../../journeys/harness/until-friction-listens.ts';
import { type AppAtWork, runningApps } from '../running-apps.ts';
import { readOurReports, startPeers } from './apps/hear-tools.ts';
import { type AppRun, judgeApps } from './apps/judge-apps.ts';
import { createPressLog, type PressLog, type Report } from './apps/press-log.ts';
import { pressStopped } from './apps/stopped-controls.ts';
import { table } from './tally.ts';

/** How often the tasks of an app are done. Controls are stopped in the first of these rounds. */
const ROUNDS = 3;
/** After this long without anything, every tool has come to its verdict. */
const VERDICT_MS = 13_000;
const LOADING_MS = 20_000;

interface Options {
  /** Names of the real apps, with commas, or "all". */
  apps: string;
  json: string | undefined;
}

/** Our built extension and the peers in the same pages of real apps, on the same presses. */
export async function benchFrictionOnApps({ apps, json }: Options): Promise<void> {
  const runs: AppRun[] = [];
  for await (const app of runningApps(apps === 'all' ? appNames : apps.split(','))) {
    const run = await runApp(app);
    runs.push(run);
    console.log(`\n${app.journey.recipe.title}\n${reportOf([run])}`);
    if (json) writeFileSync(json, JSON.stringify({ runs, ...judgeApps(runs) }, null, 2));
  }
  if (runs.length > 1) console.log(`\nall apps\n${reportOf(runs)}`);
}

async function runApp({ journey, url, log }: AppAtWork): Promise<AppRun> {
  await using lifetime = new AsyncDisposableStack();
  const reports: Report[] = [];
  const chromium = await startChromium({ lifetime, extension: builtExtension('chrome'), policy: await policyOf(journey, url) });
  await untilRegistered(chromium, LOADING_MS);
  const page = await chromium.context.newPage();
  await startPeers(page, await startSink(lifetime), reports);
  const plain = await visitInTab(page, { context: chromium.context, url, shots: noScreens });
  const presses = createPressLog();
  const visit = humanly(logged(plain, presses));
  const since = Date.now();
  for (let round = 1; round <= ROUNDS; round++) {
    await journey.enter(plain, journey.languages[0]);
    await untilFrictionListens(page);
    await pause(VERDICT_MS);
    for (const { task, act } of journey.tasks) {
      log(`round ${round} of ${ROUNDS}: ${task}`);
      await act(visit);
      if (round === 1) await pressStopped({ visit: plain, page, log: presses });
    }
  }
  await pause(VERDICT_MS);
  reports.push(...(await readOurReports(chromium, since)));
  return { app: journey.name, presses: presses.presses, reports, explained: journey.explained };
}

/** The same visit; each press is logged. */
const logged = (visit: Visit, presses: PressLog): Visit => ({
  ...visit,
  press: (control) => {
    presses.begin({ kind: 'task', control });
    return visit.press(control);
  },
});

async function policyOf({ name }: AppJourney, url: string) {
  const signer = await freshSigner();
  const pack = readPack(name);
  return {
    apps: [{ id: name, name: pack.id, origins: [url] }],
    packs: [{ jws: await signer.sign(pack) }],
    keys: [signer.key],
    switches: { guidance: true, feedback: true, friction: true },
  };
}

/** Takes whatever the peers send, so that the app need not. By another name of this machine, so that it is no request to the app's host. */
async function startSink(lifetime: AsyncDisposableStack): Promise<string> {
  const taken = { type: 'text/plain', body: '', headers: { 'access-control-allow-origin': '*' } };
  const origin = await serve(lifetime, () => taken);
  return origin.replace('127.0.0.1', 'localhost');
}

function reportOf(runs: readonly AppRun[]): string {
  const { tallies, wrong, leftOut } = judgeApps(runs);
  const done = runs.flatMap(({ presses }) => presses);
  const number = (kind: string) => done.filter((press) => press.kind === kind && !press.isLeftOut).length;
  return [
    `${number('task')} presses of tasks; ${number('stopped button')} stopped buttons, ${number('stopped link')} stopped links, ${number('stopped button, in haste')} stopped buttons in haste; ${leftOut} left out`,
    ...table('dead clicks on buttons', tallies, ({ dead }) => dead),
    ...table('dead clicks on links', tallies, ({ links }) => links),
    ...table('rage clicks', tallies, ({ rage }) => rage),
    ...wrong,
  ].join('\n');
}
