import type { Ask } from '../messaging/ask.ts';
import type { Arrival, WalkMessage } from '../messaging/messages.ts';
import type { Control } from '../model/entry/control.ts';

export type PageContext = Arrival;

/** What the resident script leaves in its isolated world for the overlay script; the page cannot see it. */
export interface PageHandle {
  lifetime: AbortSignal;
  ask: Ask;
  context: PageContext;
  /** The overlay says that it is there, and hears of each new arrival, each change of address, and the key that asks for it. */
  attach(overlay: {
    renew(context: PageContext): void;
    moved(): void;
    followed(walk: WalkMessage): void;
    takeFocus(): void;
    nameControl(element: Element): Control;
  }): void;
  /** Ask the background anew what is here. */
  renew(): void;
}

const HANDLE_KEY = Symbol.for('cairn.page');
const world = globalThis as { [HANDLE_KEY]?: PageHandle };

export const readHandle = (): PageHandle | undefined =>
  world[HANDLE_KEY] && !world[HANDLE_KEY].lifetime.aborted ? world[HANDLE_KEY] : undefined;
export const publishHandle = (handle: PageHandle): void => {
  world[HANDLE_KEY] = handle;
};
