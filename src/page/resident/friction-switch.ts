import type { NavigationKind } from '../../friction/facts.ts';
import type { Ask } from '../../messaging/ask.ts';
import type { ObservedControl } from '../../model/entry/control.ts';
import { childLifetime } from '../../runtime/lifetime.ts';
import { reportFriction } from './report-friction.ts';

interface FrictionSwitchDeps {
  ask: Ask;
  lifetime: AbortSignal;
  isEnabled(): boolean;
  observe(element: Element): Promise<ObservedControl | undefined>;
  /** Is this an origin of the app that the page belongs to? */
  isAppOrigin(origin: string): boolean;
}

/** Switches the detection of friction on and off; while it is off, none of its listeners are there. */
export function createFrictionSwitch({ ask, lifetime, isEnabled, observe, isAppOrigin }: FrictionSwitchDeps) {
  const errors = { channel: `c-${crypto.randomUUID()}`, isOpen: false };
  let life: AbortController | null = null;
  let reportMove: (by: NavigationKind) => void = () => {};

  return {
    set(isWanted: boolean): void {
      if (isWanted === (life !== null)) return;
      life?.abort();
      life = isWanted ? childLifetime(lifetime) : null;
      reportMove = life
        ? reportFriction({ ask, lifetime: life.signal, isOn: isEnabled, errors, observe, isAppOrigin })
        : () => {};
    },
    /** The person has come to another address. */
    moved: (by: NavigationKind): void => reportMove(by),
  };
}
