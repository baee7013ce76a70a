import { computeAccessibleName } from 'dom-accessibility-api';
import { describe } from '../../src/locator/describe.ts';
import { explain } from '../../src/locator/explain.ts';
import { locate } from '../../src/locator/locate.ts';
import { locateAll } from '../../src/locator/locate-all.ts';
import { nameOf } from '../../src/locator/name.ts';
import { nameControl } from '../../src/locator/name-control.ts';
import { modelOf } from '../../src/locator/page-model.ts';
import { roleOf } from '../../src/locator/role.ts';
import { alsoIn } from '../../src/locator/spoken.ts';
import { watch } from '../../src/locator/watch.ts';
import { altered } from '../../src/runtime/watch-trees.ts';

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

export {
  alsoIn,
  altered,
  computeAccessibleName,
  describe,
  explain,
  locate,
  locateAll,
  modelOf,
  nameControl,
  nameOf,
  roleOf,
  watch,
};
