import { fieldOf } from '../../dom/field-of.ts';
import { roleOf } from '../../locator/page/role.ts';
import { readValue } from '../../player/read-value.ts';
import type { EntryKind } from './entry-machine.ts';

const STEPPED = /^(date|time|datetime-local|month|week|number)$/;
const LINE = /^(text|search|email|tel|url|password)$/;
const EDITABLE = '[contenteditable]:not([contenteditable=false])';

/** How a control takes a value. */
export function entryKindOf(control: Element): EntryKind {
  const field = fieldOf(control);
  const { localName, type = '', readOnly } = field as Partial<HTMLInputElement>;
  if (localName === 'input') return STEPPED.test(type) ? 'stepped' : LINE.test(type) && !readOnly ? 'line' : 'choice';
  if (localName === 'textarea') return 'lines';
  if (localName === 'select') return 'choice';
  return kindByRole(control);
}

/** People expect Enter to begin a new line in what they edit, unless it says that it has one. */
function kindByRole(control: Element): EntryKind {
  const role = roleOf(control);
  const isMultiline = control.getAttribute('aria-multiline');
  if (role === 'spinbutton') return 'stepped';
  const isEditable = (control as HTMLElement).isContentEditable || control.querySelector(EDITABLE) !== null;
  if (isEditable) return isMultiline === 'false' || role === 'searchbox' || role === 'combobox' ? 'line' : 'lines';
  if (role !== 'textbox' && role !== 'searchbox') return 'choice';
  return isMultiline === 'true' || control.localName.includes('textarea') ? 'lines' : 'line';
}

/** What a control holds, to be compared with what it held before and used for nothing else; undefined if it does not show that. */
export function entryValueOf(control: Element): string | undefined {
  const field = fieldOf(control) as Partial<HTMLInputElement>;
  if (field.type === 'password') return undefined;
  const { texts, checked } = readValue(control);
  if (checked !== undefined) return `${checked}`;
  const isReadable = field !== control || !control.localName.includes('-') || control.matches(EDITABLE);
  return isReadable ? texts.join('\n') : undefined;
}
