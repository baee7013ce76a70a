/** Inline and important, which no rule of the page's own can outrank. The box is empty: what it holds is fixed to the viewport. */
const style: Readonly<Record<string, string>> = {
  all: 'initial',
  display: 'block',
  position: 'fixed',
  inset: '0 auto auto 0',
  width: '0',
  height: '0',
  margin: '0',
  padding: '0',
  border: '0',
  background: 'none',
  overflow: 'visible',
  opacity: '1',
  visibility: 'visible',
  transform: 'none',
  filter: 'none',
  zoom: '1',
  'z-index': '2147483647',
  'pointer-events': 'none',
};
/** Longhands that say whether it is still as we left it. */
const told = ['display', 'position', 'opacity', 'visibility', 'transform', 'filter', 'pointer-events'] as const;

/** Gives the host its own attributes and no others. */
export function dress(host: HTMLElement): void {
  for (const name of host.getAttributeNames()) if (name !== 'popover') host.removeAttribute(name);
  for (const [name, value] of Object.entries(style)) host.style.setProperty(name, value, 'important');
  host.setAttribute('popover', 'manual');
}

export function isDressed(host: HTMLElement): boolean {
  return (
    host.getAttributeNames().every((name) => name === 'style' || name === 'popover') &&
    host.getAttribute('popover') === 'manual' &&
    told.every(
      (name) => host.style.getPropertyValue(name) === style[name] && host.style.getPropertyPriority(name) === 'important',
    )
  );
}
