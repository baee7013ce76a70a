import type { NavigationKind } from '../../friction/facts.ts';
import type { Ask } from '../../messaging/ask.ts';
import type { ObservedControl } from '../../model/entry/control.ts';
import { childLifetime } from '../../runtime/lifetime.ts';
import type { FrictionScript } from '../friction/friction-script.ts';

interface FrictionSwitchDeps {
  /** The script that detects friction; undefined where it cannot be injected. */
  load(): Promise<FrictionScript | undefined>;
  ask: Ask;
  lifetime: AbortSignal;
  isEnabled(): boolean;
  observe(element: Element): Promise<ObservedControl | undefined>;
  /** Is this an origin of the app that the page belongs to? */
  isAppOrigin(origin: string): boolean;
}

/** Switches the detection of friction on and off; while it is off, none of its listeners are there. */
export function createFrictionSwitch({ load, ask, lifetime, isEnabled, observe, isAppOrigin }: FrictionSwitchDeps) {
  const errors = { channel: `c-${crypto.randomUUID()}`, isOpen: false };
  let life: AbortController | null = null;
  let reportMove: (by: NavigationKind) => void = () => {};

  async function start(signal: AbortSignal): Promise<void> {
    const script = await load();
    if (!script || signal.aborted) return;
    reportMove = script.reportFriction({ ask, lifetime: signal, isOn: isEnabled, errors, observe, isAppOrigin });
  }

  return {
    set(isWanted: boolean): void {
      if (isWanted === (life !== null)) return;
      life?.abort();
      life = isWanted ? childLifetime(lifetime) : null;
      reportMove = () => {};
      if (life) void start(life.signal);
    },
    /** The person has come to another address. */
    moved: (by: NavigationKind): void => reportMove(by),
  };
}
