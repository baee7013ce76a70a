import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { signPack } from '../../src/packs/sign-pack.ts';
import { ask, bearer, publishToken } from '../hub/hub-in-test.ts';
import { newKey } from '../hub/packs-in-test.ts';
import { openBrowser, type Visiting } from './desk-in-browser.ts';
import { faultsOn } from './faults-on.ts';
import { type HubWithDesk, hubWithDesk, PATIENCE_MS } from './hub-with-desk.ts';
import { overflow } from './overflow.ts';

const root = join(import.meta.dirname, '../..');
const folder = join(root, '.cairn/screens/desk');
const demoPack = (): { guides: unknown[] } => JSON.parse(readFileSync(join(root, 'demo/packs/orders.json'), 'utf8'));
// Two people act one after the other, each in a browser of their own.
vi.setConfig({ testTimeout: 120_000 });

const lifetime = new AsyncDisposableStack();
let hub: HubWithDesk;
let visit: Visiting;
beforeAll(async () => {
  mkdirSync(folder, { recursive: true });
  hub = await hubWithDesk(lifetime);
  visit = await openBrowser(lifetime);
  const signed = await signPack(demoPack(), await newKey());
  await ask(hub, 'POST /v1/packs', { body: signed.ok ? signed.jws : '', headers: bearer(publishToken) });
}, 90_000);
afterAll(() => lifetime.disposeAsync());

/** A page of 1280 pixels at 400 per cent has 320. */
const sizes = [
  { width: 320, height: 720 },
  { width: 1280, height: 860 },
];

test.each(['light', 'dark'] as const)('drafts and their review fit every width and pass axe, %s', async (colorScheme) => {
  const [author, reviewer] = [await visit({ colorScheme }), await visit({ colorScheme })];
  for (const { page } of [author, reviewer]) page.setDefaultTimeout(PATIENCE_MS);
  const { guides, ...others } = demoPack();
  const changed = JSON.stringify({ ...others, title: 'Orders, and what follows', guides: guides.slice(1) }, null, 2);
  await author.page.goto(await hub.linkFor(`Ada ${colorScheme}`, 'author'));
  await author.page.getByRole('link', { name: 'Packs' }).click();
  const upload = { name: 'orders.json', mimeType: 'application/json', buffer: Buffer.from(changed) };
  await author.page.getByLabel('Pack as JSON').setInputFiles(upload);
  await author.page.getByRole('button', { name: 'Make a draft' }).click();
  await author.page.getByRole('button', { name: 'Hand in for review' }).click();
  await author.page.getByText('In review').waitFor();
  await reviewer.page.goto(await hub.linkFor(`Ben ${colorScheme}`, 'admin'));
  await reviewer.page.getByRole('link', { name: 'Packs' }).click();
  const drafts = reviewer.page.getByRole('list', { name: 'Drafts' });
  await drafts.waitFor();
  const shoot = async (name: string) => {
    for (const size of sizes) {
      await reviewer.page.setViewportSize(size);
      expect(await overflow(reviewer.page), `${name} at ${size.width}`).toEqual([]);
      await reviewer.page.screenshot({ path: join(folder, `${name}-${colorScheme}-${size.width}.png`), fullPage: true });
    }
    expect(await faultsOn(reviewer.page)).toEqual([]);
  };
  await shoot('packs-1-overview');
  await drafts.getByRole('link').first().click();
  await reviewer.page.getByText('title of the pack').first().click();
  await shoot('packs-2-review');
  await reviewer.page.getByLabel('The pack as JSON').fill('{');
  await reviewer.page.getByRole('button', { name: 'Save' }).click();
  await reviewer.page.getByText('so nothing was saved').waitFor();
  await shoot('packs-3-fault');
  await Promise.all([author, reviewer].map(({ page }) => page.context().close()));
});
