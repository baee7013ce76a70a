/** Only what a person did: events that the page makes up (`dispatchEvent`, `element.click()`) are ignored. */
export function trusted<E extends Event>(act: (event: E) => void): (event: E) => void {
  return (event) => {
    if (event.isTrusted) act(event);
  };
}
