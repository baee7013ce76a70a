import type { ObservedControl } from '../../model/entry/control.ts';
import { atOneMoment, type EntryMemory, nameControl } from './name-control.ts';
import { positionOf } from './position-of.ts';

/** A control with its position, by which it is reported if its name is not known to be the app's. */
export function observeControl(element: Element, memory: EntryMemory): ObservedControl {
  const now = atOneMoment(memory);
  const { role, name, masked } = nameControl(element, now);
  const position = positionOf(element, now);
  return { role, ...(name !== undefined && { name }), ...(masked && { masked }), ...(position && { position }) };
}
