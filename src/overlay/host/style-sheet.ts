/**
 * Custom properties are shared with the page: one that it registers applies in every shadow root, with its own syntax, and may no longer
 * be inherited. So ours have a prefix that no page knows.
 */
const PREFIX = `c${Math.random().toString(36).slice(2)}-`;

/** The name of one of our custom properties on this page. */
export const customProperty = (name: string): string => `--${PREFIX}${name}`;

/** A style sheet of ours with its custom properties under their names of this page. */
export const prefixCustomProperties = (css: string): string => css.replaceAll('--', `--${PREFIX}`);

/** Applies one more style sheet to a shadow root of ours. */
export function addStyleSheet(root: ShadowRoot, css: string): void {
  try {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  } catch {
    // Firefox: a sheet made by a content script belongs to another compartment than the page's root.
    const element = root.ownerDocument.createElementNS('http://www.w3.org/1999/xhtml', 'style');
    element.textContent = css;
    root.append(element);
  }
}
