import type { Page } from 'playwright-core';
import { HOLD_MS } from '../../../../src/friction/page/judge/no-response.ts';
import type { FrictionEntry } from '../../../../src/model/entry/entry.ts';
import { FRICTION_IN_LEDGER, lineOf } from '../../../apps/friction-ledger.ts';
import type { ChromiumJourney } from '../../../journeys/harness/chromium.ts';
import { OUR_SIGNALS } from '../judge-corpus.ts';
import { peers, scriptOfPeer } from '../peers.ts';
import type { Report } from './press-log.ts';

const BINDING = 'benchTold';

/** Starts the peers in every document and frame of the tab. What they report comes to `reports`; what they send goes to `sink`. */
export async function startPeers(page: Page, sink: string, reports: Report[]): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Runtime.enable');
  await session.send('Runtime.addBinding', { name: BINDING });
  session.on('Runtime.bindingCalled', ({ name, payload }) => {
    if (name !== BINDING) return;
    const [tool, signal, at] = JSON.parse(payload) as [string, Report['signal'], number];
    if (signal === 'dead' || signal === 'rage') reports.push({ tool, signal, at, line: signal });
  });
  await page.addInitScript({ content: peerScript(sink) });
}

/** Once the document is there, as a site includes it. An app may have put its pages into frames: each includes it. */
const peerScript = (sink: string) => `if (/^http/.test(location.protocol)) {
  globalThis.peerSink = ${JSON.stringify(sink)};
  globalThis.peerTold = (...told) => globalThis.${BINDING}?.(JSON.stringify(told));
  addEventListener('DOMContentLoaded', () => {
    ${peers.map(({ tool }) => `{ ${scriptOfPeer(tool)} }`).join(';\n')}
  }, { once: true });
}`;

/** What Cairn has written into its ledger since then. An entry carries the time of the verdict, which comes so long after the press. */
export async function readOurReports({ worker }: ChromiumJourney, since: number): Promise<Report[]> {
  const entries = await (await worker()).evaluate<FrictionEntry[]>(FRICTION_IN_LEDGER);
  const verdictAfter = { dead: HOLD_MS, rage: 1000 };
  return (['dead', 'rage'] as const).flatMap((signal) =>
    entries
      .filter((entry) => entry.signal === OUR_SIGNALS[signal] && Date.parse(entry.at) >= since)
      .map((entry) => ({ tool: 'cairn', signal, at: Date.parse(entry.at) - verdictAfter[signal], line: lineOf(entry) })),
  );
}
