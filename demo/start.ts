import { buildAll } from '../setup/build-all.ts';
import { CommandStopped } from '../setup/command-lifetime.ts';
import { requirePrograms } from '../setup/require-programs.ts';
import { type CommandContext, runCommand } from '../setup/run-command.ts';
import { claimDemo } from './claim-demo.ts';
import { DEMO_FOLDER } from './demo-folder.ts';
import { COLLEAGUES_PACK, signInPeople } from './demo-people.ts';
import { demoPolicy } from './demo-policy.ts';
import { findPolicyObstacle, hasDisplay } from './display.ts';
import { openBrowser } from './open-browser.ts';
import { startOrders } from './orders/start-orders.ts';
import { playColleague } from './play-colleague.ts';
import { playFeedback } from './play-feedback.ts';
import { playOpening } from './play-opening.ts';
import { playEnd, playWalk } from './play-walk.ts';
import { requireFreePorts } from './require-free-ports.ts';
import { signDemoPack } from './sign-demo-pack.ts';
import { setStage } from './stage.ts';
import { startDemoHub } from './start-demo-hub.ts';
import { startRecording } from './start-recording.ts';

/** `npm start`: everything that Cairn is made of, on this machine, with a real business app. */
await runCommand(async (command) => {
  const unattended = command.args.includes('--once') || !hasDisplay();
  const claimed = claimDemo(DEMO_FOLDER);
  if (!claimed.ok) throw new Error(claimed.why);
  await requireFreePorts({ HUB_PORT: process.env.HUB_PORT, ORDERS_PORT: process.env.ORDERS_PORT ?? '4180' });
  if (!hasDisplay()) command.log('No display: playing it through; pictures in .cairn/demo/screens');
  const { chromium } = await requirePrograms({ chromium: true }, command);
  const obstacle = findPolicyObstacle();
  if (obstacle) throw new Error(obstacle);
  await using lifetime = new AsyncDisposableStack();
  lifetime.defer(claimed.release);
  const { hub, orders, people, policy } = await startServers(command, { persistent: !unattended, lifetime });
  command.log('opening Chromium with the extension and its managed policy');
  const browser = await openBrowser({ lifetime, path: chromium!, headless: unattended, policy });
  command.lifetime.addEventListener('abort', () => void lifetime.disposeAsync());
  const stage = await setStage(browser, { orders, hub });
  const recording = startRecording({ log: command.log, context: browser.context });
  await playOpening(recording, stage);
  if (!unattended) return await handOver(command, stage);
  await playWalk(recording, stage);
  await playFeedback(recording, stage);
  await playEnd(recording, stage);
  await playColleague(recording, stage, people);
  command.log(`each of ${recording.sceneCount()} scenes was seen; their pictures are in .cairn/demo/screens`);
  return 0;
});

/** Build, hub and business app side by side, then the pack on the hub and the policy that names all of it. */
async function startServers(
  { log, lifetime }: CommandContext,
  { persistent, lifetime: resources }: { persistent: boolean; lifetime: AsyncDisposableStack },
) {
  const port = Number(process.env.ORDERS_PORT ?? 4180);
  const [orders, hub] = await Promise.all([
    startOrders({ port, lifetime, log }),
    startDemoHub({ lifetime, persistent }),
    buildAll(['chromium', 'desk'], { log, lifetime }),
  ]);
  log(`hub: ${hub.url}`);
  const { jws, key } = await signDemoPack();
  const people = await signInPeople(resources, hub);
  const packs = [await hub.publish(jws), `${hub.url}/v1/packs/${COLLEAGUES_PACK}`];
  const policy = demoPolicy({ orders: orders.url, hub, packs, keys: [key, people.hubKey] });
  return { hub, orders, people, policy };
}

async function handOver({ log, lifetime, end }: CommandContext, { app, browser }: Awaited<ReturnType<typeof setStage>>) {
  await app.bringToFront();
  log('It is yours now. In the page: follow the walkthrough, or press the button in the corner. Second tab: the desk.');
  log('Puzzle piece in the toolbar → pin Cairn. Its icon opens the popup, and "Open the panel" there opens the side panel.');
  log('Ctrl-C, or closing the window, ends everything.');
  browser.context.on('close', () => end(new CommandStopped('the window was closed', 0)));
  return new Promise<number>((_, stopped) => lifetime.addEventListener('abort', () => stopped(lifetime.reason)));
}
