import type { Control } from '../../model/entry/control.ts';
import { mayBeData } from './may-be-data.ts';
import { nameOf } from './name.ts';
import { roleOf } from './role.ts';

/** A control as it may be named to others. A name that may be data stays on the page. */
export function nameControl(element: Element): Control {
  const role = roleOf(element).slice(0, 60);
  const name = nameOf(element, role).slice(0, 200);
  if (!name) return { role };
  return mayBeData(element, name) ? { role, masked: true } : { role, name };
}
