import type { DevTools } from '../browser/devtools.ts';
import { copyExtension } from './copy-extension.ts';

/** Lets the protocol load extensions: branded Chrome ignores --load-extension. */
export const TRIAL_ARGS = ['--enable-unsafe-extension-debugging'];

interface TrialOptions {
  policy: object;
  /** The address to open. */
  app: string;
  lifetime: AsyncDisposableStack;
}

/** Loads a copy of the extension with its policy into a browser, and opens the app. Gives the session of its tab. */
export async function openTrial(devtools: DevTools, { policy, app, lifetime }: TrialOptions): Promise<{ sessionId: string }> {
  const path = await copyExtension(policy, lifetime);
  await devtools.send('Extensions.loadUnpacked', { path });
  const { targetInfos } = await devtools.send<{ targetInfos: { targetId: string; type: string }[] }>('Target.getTargets');
  const { targetId } = targetInfos.find(({ type }) => type === 'page')!;
  const { sessionId } = await devtools.send<{ sessionId: string }>('Target.attachToTarget', { targetId, flatten: true });
  await devtools.send('Page.navigate', { url: app }, sessionId);
  return { sessionId };
}
