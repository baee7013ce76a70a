import { describe, expect, test } from 'vitest';
import { ELEMENTS_PER_STEP, treeRootsIn, treeRootsInSteps } from '../../../src/locator/page/find-part.ts';

let asked = 0;

/** An element that counts how often it is asked what it is. */
const element = (tag: string, inner?: Document | ShadowRoot) =>
  ({
    get localName() {
      asked++;
      return tag;
    },
    shadowRoot: tag === 'iframe' ? null : (inner ?? null),
    contentDocument: tag === 'iframe' ? (inner ?? null) : undefined,
  }) as unknown as Element;
const tree = (...elements: Element[]) => ({ querySelectorAll: () => elements }) as unknown as ShadowRoot;
const boxes = (count: number) => Array.from({ length: count }, () => element('div'));

/** How many elements are asked between two pauses. */
function stepsOf(root: ShadowRoot): number[] {
  const steps: number[] = [];
  const generator = treeRootsInSteps(root);
  let isDone: boolean | undefined = false;
  while (!isDone) {
    asked = 0;
    isDone = generator.next().done;
    steps.push(asked);
  }
  return steps;
}

describe('treeRootsInSteps', () => {
  // An element is asked twice at most: whether it is a frame, and whether it may have a shadow root.
  const most = ELEMENTS_PER_STEP * 2;

  test('a large tree is gone through in steps of bounded size', () => {
    const steps = stepsOf(tree(...boxes(20 * ELEMENTS_PER_STEP)));
    expect(steps.length).toBeGreaterThanOrEqual(20);
    expect(Math.max(...steps)).toBeLessThanOrEqual(most);
  });

  test('many small trees are gone through in steps of bounded size', () => {
    const hosts = Array.from({ length: 100 }, () => element('x-row', tree(...boxes(ELEMENTS_PER_STEP - 1))));
    const steps = stepsOf(tree(...hosts));
    expect(steps.length).toBeGreaterThanOrEqual(100);
    expect(Math.max(...steps)).toBeLessThanOrEqual(most);
  });

  test('trees in shadow roots and frames are found in the order of the page, each announced before it is read', () => {
    const [first, nested, last] = [tree(), tree(), tree()];
    const inner = tree(element('x-inner', nested));
    const page = tree(element('iframe', first), element('x-outer', inner), element('div', last));
    const announced: (Document | ShadowRoot)[] = [];
    const generator = treeRootsInSteps(page, (one) => announced.push(one));
    while (!generator.next().done);
    expect(treeRootsIn(page)).toEqual([page, first, inner, nested, last]);
    expect(announced).toEqual([page, first, inner, nested, last]);
  });
});
