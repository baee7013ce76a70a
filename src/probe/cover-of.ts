import { composedAncestors } from '../dom/composed-tree.ts';
import { fieldOf } from '../dom/field-of.ts';
import { visualWrappersOf } from '../dom/visual-wrappers.ts';

/** What takes a press in the middle of a control instead of it, by its element name; undefined if the press reaches the control. */
export function coverOf(control: Element): string | undefined {
  const { left, top, width, height } = control.getClientRects()[0] ?? control.getBoundingClientRect();
  const root = control.getRootNode() as Document | ShadowRoot;
  const hit = root.elementFromPoint(left + width / 2, top + height / 2);
  if (!hit) return 'nothing that can be pressed';
  const labels = [...((fieldOf(control) as HTMLInputElement).labels ?? [])];
  const isOnWay = (one: Element) => one === control || labels.includes(one as HTMLLabelElement);
  const reaches =
    composedAncestors(hit).some(isOnWay) ||
    isOnWay(hit) ||
    hit.contains(control) ||
    visualWrappersOf(control).some((wrapper) => wrapper.contains(hit));
  return reaches ? undefined : `<${hit.localName}>`;
}
