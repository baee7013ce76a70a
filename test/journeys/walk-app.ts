import { join } from 'node:path';
import { projectRoot } from './harness/built-extension.ts';
import { freshSigner } from './harness/pack.ts';
import type { ManagedPolicy } from './harness/policy-content.ts';
import { startSmallApp } from './harness/small-app.ts';
import { walkPack } from './walk-pack.ts';

/** The pages of test/pages/walk under an origin of their own, and a policy that names it with the signed pack. */
export async function startWalkApp(lifetime: AsyncDisposableStack): Promise<{ app: string; policy: ManagedPolicy }> {
  const [app, signer] = await Promise.all([
    startSmallApp({ lifetime, folder: join(projectRoot, 'test', 'pages', 'walk') }),
    freshSigner(),
  ]);
  const policy = {
    apps: [{ id: 'orders', name: 'Orders', origins: [app] }],
    packs: [{ jws: await signer.sign(walkPack) }],
    keys: [signer.key],
  };
  return { app, policy };
}
