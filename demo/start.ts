import { buildAll } from '../setup/build-all.ts';
import { type Command, main } from '../setup/main.ts';
import { need } from '../setup/need.ts';
import { Stopped } from '../setup/until-stopped.ts';
import { openBrowser } from './browser.ts';
import { demoPolicy } from './demo-policy.ts';
import { hasDisplay, whyNoPolicy } from './display.ts';
import { playFeedback } from './feedback.ts';
import { startDemoHub } from './hub.ts';
import { playOpening } from './opening.ts';
import { startOrders } from './orders/start-orders.ts';
import { startRecording } from './record.ts';
import { signDemoPack } from './sign-demo-pack.ts';
import { setStage } from './stage.ts';
import { playEnd, playWalk } from './walk.ts';

/** `npm start`: everything that Cairn is made of, on this machine, with a real business app. */
await main(async (command) => {
  const once = command.args.includes('--once') || !hasDisplay();
  const { chromium } = await need({ chromium: true }, command);
  const refused = whyNoPolicy();
  if (refused) throw new Error(refused);
  await using lifetime = new AsyncDisposableStack();
  const { hub, orders, policy } = await startServers(command, { keep: !once });
  command.say('opening Chromium with the extension and its managed policy');
  const browser = await openBrowser({ lifetime, path: chromium!, headless: once, policy });
  command.lifetime.addEventListener('abort', () => void lifetime.disposeAsync());
  const stage = await setStage(browser, { orders, hub });
  const recording = startRecording({ say: command.say, context: browser.context });
  await playOpening(recording, stage);
  if (!once) return await leaveToThePerson(command, stage);
  await playWalk(recording, stage);
  await playFeedback(recording, stage);
  await playEnd(recording, stage);
  command.say(`each of ${recording.seen()} scenes was seen; their pictures are in .cairn/demo/screens`);
  return 0;
});

/** Build, hub and business app side by side, then the pack on the hub and the policy that names all of it. */
async function startServers({ say, lifetime }: Command, { keep }: { keep: boolean }) {
  const port = Number(process.env.ORDERS_PORT ?? 4180);
  const [orders, hub] = await Promise.all([
    startOrders({ port, lifetime, say }),
    startDemoHub({ lifetime, keep }),
    buildAll(['chromium', 'desk'], { say, lifetime }),
  ]);
  say(`hub: ${hub.url}`);
  const { jws, key } = await signDemoPack();
  const policy = demoPolicy({ orders: orders.url, hub, pack: await hub.publish(jws), key });
  return { hub, orders, policy };
}

async function leaveToThePerson({ say, lifetime, end }: Command, { app, browser }: Awaited<ReturnType<typeof setStage>>) {
  await app.bringToFront();
  say(
    'It is yours now: follow the walkthrough, give feedback with the button in the corner, and read it at the desk in the second tab.',
  );
  say('Ctrl-C, or closing the window, ends everything.');
  browser.context.on('close', () => end(new Stopped('the window was closed', 0)));
  return new Promise<number>((_, stopped) => lifetime.addEventListener('abort', () => stopped(lifetime.reason)));
}
