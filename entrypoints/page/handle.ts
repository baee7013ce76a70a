import type { Ask } from '../../src/messaging/ask.ts';
import type { Arrival, WalkTold } from '../../src/messaging/messages.ts';
import type { Control } from '../../src/model/control.ts';

export type Here = Extract<Arrival, { here: true }>;

/** What the resident script leaves in its isolated world for the overlay script; the page cannot see it. */
export interface PageHandle {
  lifetime: AbortSignal;
  ask: Ask;
  here: Here;
  /** The overlay says that it is there, and hears of each new arrival, each change of address, and the key that asks for it. */
  attach(overlay: {
    renew(here: Here): void;
    moved(): void;
    followed(walk: WalkTold): void;
    takeFocus(): void;
    nameControl(element: Element): Control;
  }): void;
  /** Ask the background anew what is here. */
  renew(): void;
}

const key = Symbol.for('cairn.page');
const world = globalThis as { [key]?: PageHandle };

export const readHandle = (): PageHandle | undefined => (world[key] && !world[key].lifetime.aborted ? world[key] : undefined);
export const leaveHandle = (handle: PageHandle): void => {
  world[key] = handle;
};
