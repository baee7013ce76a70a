/** What Firefox shows a content script of an element as the page has it. */
type FirefoxElement = Element & { wrappedJSObject?: Element };

/**
 * Has an element leave the page at an event, also when no script of ours runs any more: by a function of the page, which outlives us. As a
 * listener, `remove` is called on the element that it listens to. In Firefox alone; Chromium's scripts run on.
 */
export function removeByPage(element: FirefoxElement, type: string): void {
  const ofPage = element.wrappedJSObject;
  try {
    ofPage?.addEventListener(type, ofPage.remove);
  } catch {
    // The page has replaced one of the two by something that throws.
  }
}
