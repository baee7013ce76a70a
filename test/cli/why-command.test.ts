import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { run } from '../../src/cli/run.ts';
import { aPack } from '../packs/a-pack.ts';
import { aPolicy } from '../policy/a-policy.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cairn-why-'));
  const [tip] = aPack.guides;
  const title = { en: 'Orders', de: 'Bestellen' };
  const announced = { kind: 'notice', id: 'announced', title, body: title, opens: 'theirs-to-open' };
  const list = {
    kind: 'checklist',
    id: 'theirs-to-open',
    title,
    where: ['/orders'],
    items: [{ id: 'one', title, link: '/x' }],
  };
  const theirs = { ...tip, id: 'theirs', who: { department: ['Sales'] } };
  await writeFile(join(folder, 'pack.json'), JSON.stringify({ ...aPack, guides: [...aPack.guides, announced, list, theirs] }));
  await writeFile(join(folder, 'policy.json'), JSON.stringify(aPolicy));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function why(at: string): Promise<{ code: number; printed: string[] }> {
  const printed: string[] = [];
  const terminal = {
    print: (line: string) => printed.push(line),
    printError: (line: string) => printed.push(line),
    today: '2026-11-22',
    env: {},
    askSecret: async () => undefined,
  };
  const args = ['pack', 'why', join(folder, 'pack.json'), '--at', at, '--as', join(folder, 'policy.json')];
  return { code: await run(args, terminal), printed };
}

test('pack why prints the deciding rule of each guide at an address', async () => {
  const { code, printed } = await why('https://orders.example/orders');
  expect(code).toBe(0);
  expect(printed.slice(0, 2)).toEqual([
    'search “Search by supplier”: Waiting. It appears where its control is found on the page. Open this page in a tab to see whether the control is there.',
    'new-order “Place an order”: Shown. It is listed when Cairn is opened; people open it themselves.',
  ]);
  expect(printed.at(-1)).toBe(
    'theirs “Search by supplier”: Not shown (audience). It is for people whose “department” is Sales; the policy of this browser says Purchasing.',
  );
});

test('pack why distinguishes another page of the app, another app, and an invalid address', async () => {
  const { printed } = await why('https://orders.example/home');
  expect(printed[0]).toMatch(/^search .*Not shown \(place\)\. .*\/orders\.$/);
  expect(printed[2]).toBe(
    'announced “Orders”: Not shown (offered). It points to the guide “theirs-to-open”, which is not for you, or not for this page.',
  );
  expect(await why('http://127.0.0.1:4112/')).toEqual({
    code: 1,
    printed: ['http://127.0.0.1:4112/ belongs to the app "billing", and the pack is for "orders".'],
  });
  expect((await why('orders')).code).toBe(2);
});
