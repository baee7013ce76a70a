import type { NavigationKind } from '../../friction/facts.ts';
import type { Ask } from '../../messaging/ask.ts';
import type { ObservedControl } from '../../model/entry/control.ts';

export interface ReportFrictionDeps {
  ask: Ask;
  lifetime: AbortSignal;
  /** Friction may be switched off by policy while we run. */
  isOn(): boolean;
  /** The one event name of this page under which its own world reports uncaught errors, once that was asked for. */
  errors: { channel: string; isOpen: boolean };
  /** Role, name and position of a control. What of it is recorded is decided by the background. */
  observe(element: Element): Promise<ObservedControl | undefined>;
  /** Is this an origin of the app that the page belongs to? */
  isAppOrigin(origin: string): boolean;
}

/** The script that detects friction, as the resident script calls it. */
export interface FrictionScript {
  /** Detects and reports until the lifetime ends. The result is to be called whenever the person comes to an address. */
  reportFriction(deps: ReportFrictionDeps): (by: NavigationKind) => void;
}
