import { afterAll, beforeAll } from 'vitest';
import { builtExtension } from './harness/built-extension.ts';
import { type ChromiumJourney, startChromium } from './harness/chromium.ts';
import { type FirefoxJourney, startFirefox } from './harness/firefox.ts';
import type { ManagedPolicy } from './harness/policy-content.ts';

/** Starts what the journeys of a file need, with the policy that they are under. */
type StartStage<S> = (lifetime: AsyncDisposableStack) => Promise<S>;

/** A stage, and Chromium with the built extension under its policy, for all tests of a file; both are there once the tests run. */
export function useChromium<S extends { policy: ManagedPolicy }>(startStage: StartStage<S>) {
  const started = {} as { stage: S; chromium: ChromiumJourney };
  useLifetime(async (lifetime) => {
    started.stage = await startStage(lifetime);
    started.chromium = await startChromium({
      lifetime,
      extension: builtExtension('chrome'),
      policy: started.stage.policy,
    });
  });
  return started;
}

/** The same in Firefox. */
export function useFirefox<S extends { policy: ManagedPolicy }>(startStage: StartStage<S>) {
  const started = {} as { stage: S; firefox: FirefoxJourney };
  useLifetime(async (lifetime) => {
    started.stage = await startStage(lifetime);
    started.firefox = await startFirefox({
      lifetime,
      extension: builtExtension('firefox'),
      policy: started.stage.policy,
    });
  });
  return started;
}

function useLifetime(start: (lifetime: AsyncDisposableStack) => Promise<void>): void {
  const lifetime = new AsyncDisposableStack();
  beforeAll(() => start(lifetime));
  afterAll(() => lifetime.disposeAsync());
}
