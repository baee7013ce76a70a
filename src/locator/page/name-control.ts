import { containingRoots } from '../../dom/composed-tree.ts';
import type { Control } from '../../model/entry/control.ts';
import { opensPopup, showsChoice } from './choice-popup.ts';
import { type EnteredTexts, echoesEntry } from './echoes-entry.ts';
import { isInEditor } from './holds-value.ts';
import { type IsLayoutCell, layoutCellsAtOneMoment } from './layout-table.ts';
import { mayBeData } from './may-be-data.ts';
import { labelOf, nameOf } from './name.ts';
import { roleOf } from './role.ts';
import { standingEntries, topDocumentOf } from './standing-entries.ts';

const MAX_ROLE = 60;
const MAX_NAME = 200;

/** What a person has entered in the page so far, beside what stands in its fields now. */
export interface EntryMemory extends EnteredTexts {
  /** Texts of what was pressed: a control that opens a popup shows, since then, what was pressed in the popup. */
  pressed: Iterable<string>;
  /** What stands in the fields now, where more than one control is named at the same moment (`atOneMoment`). */
  standing?: (element: Element) => EnteredTexts;
  /** Which cells are those of layout tables, likewise. */
  isLayoutCell?: IsLayoutCell;
}

/** For a page that nobody has used before, as far as is known. */
export const NOTHING_ENTERED: EntryMemory = { typed: [], chosen: [], pressed: [] };

/**
 * A control as it may be named to others. A name that may be data stays on the page, and so does what a person typed or chose, wherever
 * the page shows it again.
 */
export function nameControl(element: Element, memory: EntryMemory): Control {
  const role = roleOf(element).slice(0, MAX_ROLE);
  const name = nameOf(element, role);
  const appName = showsChoice(element) ? labelOf(element) : name;
  if (!name && !appName) return { role };
  return isOfApp(element, appName, memory) ? { role, name: appName.slice(0, MAX_NAME) } : { role, masked: true };
}

/** Is this name the app's own, as far as the page tells? An element that is no longer in the page has lost what would tell. */
function isOfApp(element: Element, name: string, memory: EntryMemory): boolean {
  if (!name || !element.isConnected || isInEditor(element) || mayBeData(element, name, memory.isLayoutCell)) return false;
  const standing = (memory.standing ?? standingAround)(element);
  const pressed = opensPopup(element) ? memory.pressed : [];
  const chosen = [...standing.chosen, ...memory.chosen, ...pressed];
  return !echoesEntry(name, { typed: [...standing.typed, ...memory.typed], chosen });
}

const standingAround = (element: Element): EnteredTexts => standingEntries(topDocumentOf(element), containingRoots(element));

/** The memory for naming a control and what is around it at one moment: the fields and tables of the page are read once. */
export function atOneMoment(memory: EntryMemory): EntryMemory {
  let read: EnteredTexts | undefined;
  return {
    ...memory,
    standing: (element) => (read ??= standingAround(element)),
    isLayoutCell: layoutCellsAtOneMoment(),
  };
}
