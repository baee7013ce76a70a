import type { Control } from '../../model/entry/control.ts';
import { mayBeData } from './may-be-data.ts';
import { nameOf } from './name.ts';
import { roleOf } from './role.ts';

const MAX_ROLE = 60;
const MAX_NAME = 200;

/** A control as it may be named to others: a name that may be data stays on the page. */
export function nameControl(element: Element): Control {
  const role = roleOf(element).slice(0, MAX_ROLE);
  const name = nameOf(element, role).slice(0, MAX_NAME);
  if (!name) return { role };
  return mayBeData(element, name) ? { role, masked: true } : { role, name };
}
