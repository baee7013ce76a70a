// What a journey asks of an awkward page: where its control is, and how often a person pressed it.
// The browser's own functions are taken before a page of this folder patches them.
{
  const rectOf = Element.prototype.getBoundingClientRect;
  const { get: viewOf } = Object.getOwnPropertyDescriptor(Document.prototype, 'defaultView');
  const frameOf = (element) => viewOf.call(element.ownerDocument).frameElement;
  const awkward = {
    pressed: 0,
    control: () => document.querySelector('#approve'),
    /** Where the control lies in the top window, through the frames around it. */
    rect() {
      const element = awkward.control();
      if (!element) return null;
      let { x, y } = rectOf.call(element);
      const { width, height } = rectOf.call(element);
      for (let frame = frameOf(element); frame; frame = frameOf(frame)) {
        const outer = rectOf.call(frame);
        x += outer.x + frame.clientLeft;
        y += outer.y + frame.clientTop;
      }
      return { x, y, width, height };
    },
    heard(event) {
      if (event.isTrusted && event.composedPath().includes(awkward.control())) awkward.pressed++;
    },
  };
  window.addEventListener('click', awkward.heard, true);
  globalThis.awkward = awkward;
}
