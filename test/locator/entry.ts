import { computeAccessibleName } from 'dom-accessibility-api';
import { alteredNodes } from '../../src/dom/watch-trees.ts';
import { describe } from '../../src/locator/anchor/describe.ts';
import { locatorBudget } from '../../src/locator/attention.ts';
import { explain } from '../../src/locator/explain.ts';
import { findControls } from '../../src/locator/find-controls.ts';
import { isWeakened } from '../../src/locator/is-weakened.ts';
import { locate } from '../../src/locator/locate.ts';
import { locateAll } from '../../src/locator/locate-all.ts';
import { addLanguage } from '../../src/locator/match/languages.ts';
import { modelInSteps, modelOf, updateModel } from '../../src/locator/page/model.ts';
import { nameOf } from '../../src/locator/page/name.ts';
import { type EntryMemory, NOTHING_ENTERED, nameControl as nameWithMemory } from '../../src/locator/page/name-control.ts';
import { observeControl } from '../../src/locator/page/observe-control.ts';
import { roleOf } from '../../src/locator/page/role.ts';
import { watch } from '../../src/locator/watch.ts';
import { watchPart } from '../../src/locator/watch-part.ts';

/** The element at a path of selectors; `>>>` enters a shadow root or a frame. */
export function pick(path: string): Element {
  let at: ParentNode = document;
  const steps = path.split(' >>> ');
  steps.forEach((step, i) => {
    const found: Element | null = at.querySelector(step);
    if (!found) throw new Error(`nothing at ${path}`);
    at = i < steps.length - 1 ? ((found.shadowRoot ?? (found as HTMLIFrameElement).contentDocument) as ParentNode) : found;
  });
  return at as unknown as Element;
}

/** Every shadow root and frame in a page. */
export const rootsIn = (page: Document): (Document | ShadowRoot)[] => [...modelOf(page).roots].filter((root) => root !== page);

const nameControl = (element: Element, memory: EntryMemory = NOTHING_ENTERED) => nameWithMemory(element, memory);

export {
  addLanguage,
  alteredNodes,
  computeAccessibleName,
  describe,
  explain,
  findControls,
  isWeakened,
  locate,
  locateAll,
  locatorBudget,
  modelInSteps,
  modelOf,
  nameControl,
  nameOf,
  observeControl,
  roleOf,
  updateModel,
  watch,
  watchPart,
};
