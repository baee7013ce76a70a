import { fieldOf } from '../dom/field-of.ts';
import { windowOf } from '../dom/node-getters.ts';
import { isOwnHost, shadowRootOf } from '../dom/shadow-root-of.ts';
import type { ActRefusal } from '../model/person/walk-state.ts';
import { after } from '../runtime/lifetime.ts';
import { pressElement } from './press-element.ts';
import { dispatchChange, dispatchInput, setNatively } from './set-field.ts';

/** Milliseconds that a page has to open its list, to filter it, and to take what was chosen; and between two looks at it. */
const PATIENCE_MS = 1500;
const LOOK_MS = 50;

const OPTIONS =
  '[role=option],[role=menuitem],[role=menuitemradio],[role=menuitemcheckbox],[role=treeitem],[role=gridcell],[role=radio],[role=tab],li,td';
/** What shows all its options, and what opens a list of them. */
const SHOWS_OPTIONS = '[role=listbox],[role=radiogroup],[role=tree],[role=grid],[role=tablist],[role=menu]';
const OPENS_OPTIONS = '[role=combobox],[aria-haspopup]:not([aria-haspopup=false]),[aria-expanded]';
const TYPED_IN = 'input:not([readonly],[type=button],[type=checkbox],[type=radio]),textarea:not([readonly])';

/**
 * Chooses the option of a control that is called by any of these words: in a list of the browser's, or in one that the page draws itself,
 * wherever it draws it. What is not found is not chosen, and what was opened for it is closed again.
 */
export async function chooseOption(
  control: Element,
  known: readonly string[],
  lifetime: AbortSignal,
): Promise<ActRefusal | undefined> {
  const field = fieldOf(control);
  const wanted = known.map(normalise);
  if (field.localName === 'select') return chooseNatively(field as HTMLSelectElement, wanted);
  const until = <T>(look: () => T | undefined) => waitFor(look, lifetime);
  if (control.matches(SHOWS_OPTIONS)) return takeOption(control, optionsIn(control, wanted), until);
  const opener = [control, field].find((one) => one.matches(OPENS_OPTIONS)) ?? expanderIn(control);
  if (!opener) return 'kind';
  const before = new Set(optionsNear(control));
  const isNew = (option: Element) => !before.has(option);
  const found = () => nonEmpty(matching(optionsNear(control), wanted, opener));
  if (!isOpen(opener)) pressElement(opener);
  let options = await until(found);
  if (!options && field.matches(TYPED_IN)) options = await filterFor(field as HTMLInputElement, known, () => until(found));
  if (options) return takeOption(opener, options, until);
  const hasOpened = isOpen(opener) || optionsNear(control).some(isNew);
  close(opener);
  return hasOpened ? 'option' : 'kind';
}

const normalise = (text: string): string => text.trim().replace(/\s+/g, ' ').toLowerCase();
const nonEmpty = (options: Element[]): Element[] | undefined => (options.length > 0 ? options : undefined);

function chooseNatively(select: HTMLSelectElement, wanted: readonly string[]): ActRefusal | undefined {
  const option = [...select.options].find((one) => !one.disabled && wanted.includes(normalise(one.label)));
  if (!option) return 'option';
  const { index } = option;
  setNatively(select, 'selectedIndex', index);
  dispatchChange(select);
  return select.selectedIndex === index ? undefined : 'reset';
}

/** Looks until there is something to see, or the page has had its time. */
function waitFor<T>(look: () => T | undefined, lifetime: AbortSignal): Promise<T | undefined> {
  return new Promise((done) => {
    const end = performance.now() + PATIENCE_MS;
    const poll = () => {
      const seen = look();
      if (seen !== undefined || performance.now() > end) done(seen);
      else after(LOOK_MS, poll, lifetime);
    };
    poll();
  });
}

const isOpen = (opener: Element): boolean => opener.getAttribute('aria-expanded') === 'true';

const expanderIn = (control: Element): Element | undefined =>
  [control, shadowRootOf(control)]
    .map((root) => root?.querySelector(OPENS_OPTIONS))
    .find((one) => one !== null && one !== undefined);

/** Everything that is drawn in the document of the control and may be an option, in whatever shadow root. */
const optionsNear = (control: Element): Element[] => optionsOf(control.ownerDocument, control);

function optionsOf(root: ParentNode, control?: Element): Element[] {
  return [...root.querySelectorAll('*')].flatMap((element) => {
    if (isOwnHost(element)) return [];
    const inner = shadowRootOf(element);
    const own = element !== control && element.matches(OPTIONS) && isDrawn(element) ? [element] : [];
    return inner ? [...own, ...optionsOf(inner, control)] : own;
  });
}

const isDrawn = (element: Element): boolean => element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
const optionsIn = (control: Element, wanted: readonly string[]): Element[] => called(optionsOf(control), wanted);

/** Those of that name, but for parts of others; where the opener says which list is its own, of that list alone. */
function matching(options: readonly Element[], wanted: readonly string[], opener: Element): Element[] {
  const all = called(options, wanted);
  const ids = `${opener.getAttribute('aria-controls') ?? ''} ${opener.getAttribute('aria-owns') ?? ''}`.match(/\S+/g) ?? [];
  const own = all.filter((one) => ids.some((id) => one.closest(`#${CSS.escape(id)}`)));
  return own.length > 0 ? own : all;
}

function called(options: readonly Element[], wanted: readonly string[]): Element[] {
  const named = options.filter((one) =>
    [one.textContent ?? '', one.getAttribute('aria-label') ?? ''].map(normalise).some((name) => wanted.includes(name)),
  );
  return named.filter((one) => !named.some((other) => other !== one && one.contains(other)));
}

/** A long list shows what was typed. What was there before comes back if nothing is found. */
async function filterFor(
  field: HTMLInputElement,
  known: readonly string[],
  find: () => Promise<Element[] | undefined>,
): Promise<Element[] | undefined> {
  const { value } = field;
  for (const text of known) {
    setNatively(field, 'value', text);
    dispatchInput(field, text);
    const options = await find();
    if (options) return options;
  }
  setNatively(field, 'value', value);
  dispatchInput(field, value);
  return undefined;
}

/** Two of the same name cannot be told apart, and none is pressed. */
async function takeOption(
  control: Element,
  [option, second]: readonly Element[],
  until: <T>(look: () => T | undefined) => Promise<T | undefined>,
): Promise<ActRefusal | undefined> {
  const isAmbiguous = second !== undefined;
  if (!option || isAmbiguous || option.matches('[aria-disabled=true],:disabled')) {
    if (!control.matches(SHOWS_OPTIONS)) close(control);
    return 'option';
  }
  option.scrollIntoView({ block: 'nearest' });
  pressElement(option);
  const isTaken = () =>
    !option.isConnected || !isDrawn(option) || option.matches('[aria-selected=true],[aria-checked=true],[aria-current=date]');
  return (await until(() => isTaken() || undefined)) ? undefined : 'reset';
}

function close(opener: Element): void {
  const view = windowOf(opener)!;
  const init = { key: 'Escape', code: 'Escape', bubbles: true, composed: true, cancelable: true };
  for (const type of ['keydown', 'keyup']) opener.dispatchEvent(new view.KeyboardEvent(type, init));
}
