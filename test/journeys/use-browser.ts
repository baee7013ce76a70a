import { afterAll, beforeAll } from 'vitest';
import { builtExtension } from './harness/built-extension.ts';
import { type ChromiumJourney, startChromium } from './harness/chromium.ts';
import { type FirefoxJourney, startFirefox } from './harness/firefox.ts';
import type { ManagedPolicy } from './harness/policy-content.ts';

/** Starts what the journeys of a file need, with the policy that they are under. */
type StartStage<S> = (lifetime: AsyncDisposableStack) => Promise<S>;
type WithPolicy = { policy: ManagedPolicy };

/** A stage, and Chromium with the built extension under its policy, for all tests of a file; both are there once the tests run. */
export const useChromium = <S extends WithPolicy>(startStage: StartStage<S>) =>
  useStarted(startStage, async (lifetime, policy): Promise<{ chromium: ChromiumJourney }> => {
    return { chromium: await startChromium({ lifetime, extension: builtExtension('chrome'), policy }) };
  });

/** The same in Firefox. */
export const useFirefox = <S extends WithPolicy>(startStage: StartStage<S>) =>
  useStarted(startStage, async (lifetime, policy): Promise<{ firefox: FirefoxJourney }> => {
    return { firefox: await startFirefox({ lifetime, extension: builtExtension('firefox'), policy }) };
  });

function useStarted<S extends WithPolicy, B>(
  startStage: StartStage<S>,
  startBrowser: (lifetime: AsyncDisposableStack, policy: ManagedPolicy) => Promise<B>,
): { stage: S } & B {
  const lifetime = new AsyncDisposableStack();
  const started = {} as { stage: S } & B;
  beforeAll(async () => {
    const stage = await startStage(lifetime);
    Object.assign(started, { stage }, await startBrowser(lifetime, stage.policy));
  });
  afterAll(() => lifetime.disposeAsync());
  return started;
}
