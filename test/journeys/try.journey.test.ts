import { expect, test } from 'vitest';
import { findProgram } from '../../setup/find-programs.ts';
import { startBrowser } from '../../src/cli/browser/start-browser.ts';
import { openTrial, TRIAL_ARGS } from '../../src/cli/try/open-trial.ts';
import { trialPolicy } from '../../src/cli/try/trial-policy.ts';
import { pack } from '../../src/model/pack/pack.ts';
import { eventually } from './harness/eventually.ts';
import { shopPack, startShop } from './shop.ts';

interface AccessibleNode {
  name?: { value?: string };
}

test('an unsigned pack is shown by the built extension in a browser of its own, on the app that was named', async () => {
  await using lifetime = new AsyncDisposableStack();
  const app = await startShop(lifetime);
  const document = shopPack();
  const made = await trialPolicy({ document, pack: pack.parse(document), origins: [app], audience: {} });
  if (!made.ok) throw new Error('the sample pack has faults');
  const path = findProgram('chromium')!;
  const { devtools } = await startBrowser({ path, lifetime, language: 'en', extraArgs: TRIAL_ARGS });
  const policy = { ...made.policy };
  const { sessionId } = await openTrial(devtools, { policy, app, lifetime });
  await devtools.send('Accessibility.enable', {}, sessionId);
  const names = async () => {
    const { nodes } = await devtools.send<{ nodes: AccessibleNode[] }>('Accessibility.getFullAXTree', {}, sessionId);
    return nodes.flatMap(({ name }) => name?.value ?? []);
  };
  await eventually(
    async () => (await names()).some((name) => name.includes('Search by customer')),
    async () => `the tip is not there; there are: ${(await names()).join(' | ')}`,
  );
  expect(await names()).toContain('Find an order');
});
