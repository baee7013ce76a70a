import { listenerFor } from '../acts/listener-for.ts';
import { readHandle } from '../page-handle.ts';

/** The script that hears what is done with the control of a step, other than a click. */
export function startActs(): void {
  readHandle()?.provide('acts', { listen: listenerFor });
}
