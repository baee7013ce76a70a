import type { Control } from '../model/control.ts';
import { maybeData } from './mask.ts';
import { nameOf } from './name.ts';
import { roleOf } from './role.ts';

/** A control as it may be named to others. A name that may be data stays on the page. */
export function nameControl(element: Element): Control {
  const role = roleOf(element).slice(0, 60);
  const name = nameOf(element, role).slice(0, 200);
  if (!name) return { role };
  return maybeData(element, name) ? { role, masked: true } : { role, name };
}
