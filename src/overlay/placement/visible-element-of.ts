/** Boxes and switches are drawn by their label as often as not, with the input itself a pixel wide: then that is what a person sees and presses. */
export function visibleElementOf(element: Element): Element {
  if (element.localName !== 'input') return element;
  const { width, height } = element.getBoundingClientRect();
  if (width > 2 && height > 2) return element;
  return [...((element as HTMLInputElement).labels ?? [])].find((label) => label.checkVisibility()) ?? element;
}
