import { composedAncestors } from '../../dom/composed-tree.ts';
import { documentOfFrame } from '../../dom/frames.ts';
import type { Point } from '../../dom/geometry.ts';
import { INTERACTIVE_ELEMENTS } from '../../dom/interactive-elements.ts';
import { matchesSelector } from '../../dom/node-getters.ts';
import { innermostPageElementAt } from '../../dom/page-element-at.ts';
import { isDrawn } from '../../locator/page/candidate.ts';
import { modelOf } from '../../locator/page/model.ts';

/** What is at a point: a control or another element of the page, or a frame into which its own script has to look. */
export type PointedAt = { is: 'element'; element: Element } | { is: 'foreign-frame' } | { is: 'nothing' };

/** Looks through our own host, into shadow roots and frames of the same origin. */
export function pointedAt(point: Point, host: Element): PointedAt {
  const hit = innermostPageElementAt(document, point, host);
  if (!hit || hit === host || hit === document.documentElement || hit === document.body) return { is: 'nothing' };
  if (/^i?frame$/.test(hit.localName) && !documentOfFrame(hit)) return { is: 'foreign-frame' };
  return { is: 'element', element: controlAround(hit) };
}

/** The control that an icon or a word in it belongs to; else the element itself. */
const controlAround = (element: Element): Element =>
  composedAncestors(element).find((one) => matchesSelector(one, INTERACTIVE_ELEMENTS)) ?? element;

/** Controls that are drawn, in the order of the page. */
export const drawnControls = (): Element[] => modelOf(document).controls.flatMap((one) => (isDrawn(one) ? [one.element] : []));

/** The control after, or before, the present one; at the end it goes on at the other. The first where there is none yet. */
export function controlBeside(controls: readonly Element[], present: Element | undefined, by: 1 | -1): Element | undefined {
  const at = present ? controls.indexOf(present) : -1;
  if (at < 0) return controls.at(by > 0 ? 0 : -1);
  return controls.at((at + by) % controls.length);
}
