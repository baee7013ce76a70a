import type { Anchor } from '../../model/pack/anchor.ts';
import type { LocalizedAdvance } from '../../model/pack/localized-guide.ts';
import type { ControlListener } from './control-listener.ts';

export interface ActListenerDeps {
  /** The person has done it. */
  report: () => void;
  /** The control that an anchor names, as the page is now. */
  find: (anchor: Anchor) => Element | undefined;
  stepLifetime: AbortSignal;
}

/** What the script hands over that hears other acts on the control of a step than a click. */
export interface ActsScript {
  /** Undefined where the step waits for no act on its control. */
  listen(advance: LocalizedAdvance, deps: ActListenerDeps): ControlListener | undefined;
}
