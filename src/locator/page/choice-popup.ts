import { rootOf } from '../../dom/node-getters.ts';
import { contentOf } from './name.ts';
import { roleOf } from './role.ts';

/** Popups that are there to choose from. */
const CHOICE_POPUP = /^(listbox|tree|grid|treegrid)$/;

/**
 * Does a control show what was chosen in its popup? A popup to choose from says so by its kind. A dialog may be one, to choose a date, say:
 * it is where the control has a label of its own beside its content. A menu is none; what was chosen in it is known once it was pressed.
 */
export function showsChoice(element: Element): boolean {
  const popup = element.getAttribute('aria-haspopup');
  if (!popup || popup === 'false') return false;
  return CHOICE_POPUP.test(popup) || controlledRoles(element).some((role) => CHOICE_POPUP.test(role)) || hasOwnLabel(element);
}

function controlledRoles(element: Element): string[] {
  const ids = `${element.getAttribute('aria-controls') ?? ''} ${element.getAttribute('aria-owns') ?? ''}`.match(/\S+/g) ?? [];
  return ids.flatMap((id) => rootOf(element).getElementById(id) ?? []).map(roleOf);
}

/** A label that goes together with the content, as "Start date, 12 March" does. */
const hasOwnLabel = (element: Element): boolean =>
  contentOf(element) !== '' && (element.hasAttribute('aria-labelledby') || !!(element as HTMLButtonElement).labels?.length);

/** Does pressing it open something to choose from? What was pressed there may be what it shows since. */
export const opensPopup = (element: Element): boolean =>
  element.matches('[aria-haspopup]:not([aria-haspopup=false]),[aria-expanded],[popovertarget],summary') ||
  roleOf(element) === 'combobox';
