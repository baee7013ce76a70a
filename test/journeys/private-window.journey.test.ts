import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, test } from 'vitest';
import { builtExtension } from './harness/built-extension.ts';
import { type ChromiumJourney, startChromium } from './harness/chromium.ts';
import { eventually } from './harness/eventually.ts';
import { type JourneyStage, startStage } from './stage.ts';

const lifetime = new AsyncDisposableStack();
afterAll(() => lifetime.disposeAsync());

let stage: JourneyStage;
beforeAll(async () => {
  stage = await startStage(lifetime);
});

/** The same extension, were it to ask for private windows: what shows that this test can fail. */
function spanning(): string {
  const folder = mkdtempSync(join(tmpdir(), 'cairn-spanning-'));
  lifetime.defer(async () => rmSync(folder, { recursive: true }));
  cpSync(builtExtension('chrome'), folder, { recursive: true });
  const manifest = join(folder, 'manifest.json');
  writeFileSync(manifest, JSON.stringify({ ...JSON.parse(readFileSync(manifest, 'utf8')), incognito: 'spanning' }));
  return folder;
}

interface Management {
  developerPrivate: { updateExtensionConfiguration(how: object): Promise<void> };
}

/** Does as a person who wants the extension in private windows, on the browser's own page, and tells whether it is let in. */
async function letIn(chromium: ChromiumJourney): Promise<boolean> {
  const page = await chromium.context.newPage();
  await page.goto('chrome://extensions');
  await page.evaluate(
    (extensionId) =>
      (globalThis as unknown as { chrome: Management }).chrome.developerPrivate
        .updateExtensionConfiguration({ extensionId, incognitoAccess: true })
        .catch(() => undefined),
    chromium.extensionId,
  );
  // Let in, it begins anew, and nothing but a page of its own may wake it.
  await page.goto(`chrome-extension://${chromium.extensionId}/popup.html`).catch(() => undefined);
  const worker = await chromium.worker();
  await page.close();
  return worker.evaluate(async () => {
    const { extension } = (globalThis as unknown as { chrome: { extension: { isAllowedIncognitoAccess(): Promise<boolean> } } })
      .chrome;
    return extension.isAllowedIncognitoAccess();
  });
}

test.each([
  ['as it is built: never let in', () => builtExtension('chrome'), false],
  ['were it to ask: let in', spanning, true],
])('a private window, %s', async (_, extension, isLetIn) => {
  const chromium = await startChromium({ lifetime, extension: extension(), policy: stage.policy });
  await chromium.worker();
  await eventually(
    // While it begins anew, its worker may go before it answers.
    async () => (await letIn(chromium).catch(() => undefined)) === isLetIn,
    () => `The browser says otherwise than ${isLetIn}`,
    15_000,
  );
  await chromium.close();
});
