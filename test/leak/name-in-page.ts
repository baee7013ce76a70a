import type { Page } from 'playwright-core';
import type { Control } from '../../src/model/entry/control.ts';
import type * as made from '../locator/entry.ts';

declare const cairn: typeof made;

/** A control to be shown in a page, and where: its field may stand in another tree. */
export interface Shown {
  control: string;
  field: string;
  tree: 'page' | 'shadow root' | 'frame';
  isFieldApart: boolean;
}

export interface NamedControl {
  observed: Control;
  /** What a rule that trusts the page would tell. */
  trusting: string;
  anchor: string;
}

/** Shows each control by itself, and names it with the code of the page script. */
export const nameInPage = (page: Page, shown: readonly Shown[]): Promise<NamedControl[]> =>
  page.evaluate((all) => {
    const frame = document.createElement('iframe');
    const host = document.createElement('div');
    const part = document.createElement('main');
    document.body.replaceChildren(part, host, frame);
    const trees = { page: part, 'shadow root': host.attachShadow({ mode: 'open' }), frame: frame.contentDocument!.body };
    return all.map(({ control, field, tree, isFieldApart }) => {
      for (const one of Object.values(trees)) one.innerHTML = '';
      trees[tree].innerHTML = isFieldApart ? control : field + control;
      if (isFieldApart) trees[tree === 'page' ? 'frame' : 'page'].innerHTML = field;
      const element = trees[tree].querySelector('[data-it]')!;
      const observed = cairn.nameControl(element);
      const attributes = ['aria-label', 'placeholder'].map((name) => element.getAttribute(name));
      const trusting = [cairn.computeAccessibleName(element), element.textContent, ...attributes].join(' ');
      return { observed, trusting, anchor: element.checkVisibility() ? describe(element) : '' };
    });

    function describe(element: Element): string {
      try {
        return JSON.stringify(cairn.describe(element));
      } catch {
        return ''; // it is no control
      }
    }
  }, shown);
