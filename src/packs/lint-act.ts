import type { Fault } from '../model/fault/fault.ts';
import type { Step } from '../model/pack/step.ts';
import { isDisguised } from '../model/text/plain-name.ts';

/** For these alone `risky: false` decides whether the person is asked twice. */
const PICKED_ROLES = /^(option|row|gridcell)$/;
const TOGGLE_ROLES = /^(checkbox|radio|switch|menuitemcheckbox|menuitemradio)$/;
const FIELD_ROLES = /^(textbox|searchbox|combobox|listbox|spinbutton|slider)$/;

/** Warns where Cairn asks the person twice before an action although its author may expect otherwise. */
export function lintAct({ do: act, anchor }: Step, path: string): Fault[] {
  if (!act || !anchor) return [];
  const { role, name = '' } = anchor;
  const names = typeof name === 'string' ? [name] : Object.values(name);
  const rows: [at: string, applies: boolean, reason: string, remedy: string][] = [
    [
      '.do.risky',
      act.risky === false && !PICKED_ROLES.test(role),
      `is false, which changes nothing for the role "${role}": it counts for an option, a row or a cell`,
      'Leave it out. Whether Cairn asks twice follows from the control: it does before it presses a button that does more than open something.',
    ],
    [
      '.do.act',
      act.act === 'check' && !TOGGLE_ROLES.test(role),
      `is "check" for the role "${role}": Cairn asks twice, as before a press`,
      'Name the checkbox, radio button or switch in the anchor, or write "click".',
    ],
    [
      '.do.act',
      (act.act === 'fill' || act.act === 'choose') && !FIELD_ROLES.test(role),
      `is "${act.act}" for the role "${role}", which is no field: Cairn asks twice, as before a press`,
      'Name the field or list in the anchor, or write "click".',
    ],
    [
      '.anchor.name',
      names.some(isDisguised),
      'hides characters or mixes alphabets in one word: Cairn asks twice before it acts on such a control',
      'Write the name as it is read. If the app itself writes it so, the second question stays.',
    ],
  ];
  return rows
    .filter(([, applies]) => applies)
    .map(([at, , reason, remedy]) => ({ path: path + at, reason, remedy, warning: true }));
}
