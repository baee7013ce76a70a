/**
 * For the page itself: records whatever a page can notice of what a person does in something that lies over it. `recorded()` returns it as
 * text, without times: those differ between any two runs.
 */
export const RECORD_EVERYTHING = `(() => {
  const seen = [];
  const note = (what) => seen.push(what);
  const types = ['pointerdown', 'pointerup', 'pointermove', 'pointerover', 'pointerout', 'pointerenter', 'pointerleave', 'pointercancel',
    'pointerrawupdate', 'gotpointercapture', 'lostpointercapture', 'mousedown', 'mouseup', 'mousemove', 'mouseover', 'mouseout', 'mouseenter',
    'mouseleave', 'click', 'auxclick', 'dblclick', 'contextmenu', 'wheel', 'touchstart', 'touchend', 'keydown', 'keypress', 'keyup', 'input',
    'beforeinput', 'change', 'focus', 'blur', 'focusin', 'focusout', 'selectionchange', 'selectstart', 'scroll', 'scrollend', 'resize', 'message',
    'messageerror', 'visibilitychange', 'toggle', 'beforetoggle', 'animationstart', 'animationend', 'transitionrun', 'transitionend', 'load',
    'error', 'securitypolicyviolation', 'pagehide', 'hashchange', 'storage'];
  for (const type of types)
    addEventListener(type, (event) => note([type, event.clientX, event.clientY, event.key, event.target?.nodeName, event.relatedTarget?.nodeName].join()), true);
  for (const type of ['selectionchange', 'visibilitychange']) document.addEventListener(type, () => note(type), true);
  const host = () => document.querySelector('div[popover]');
  new MutationObserver((all) => all.forEach(({ type, target }) => note('mutation ' + type + ' ' + target.nodeName)))
    .observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  const resized = new Promise((resolve) => new ResizeObserver((all) => {
    all.forEach(({ contentRect }) => note('resize ' + contentRect.width + ' ' + contentRect.height));
    resolve();
  }).observe(host()));
  const intersected = new Promise((resolve) => new IntersectionObserver((all) => {
    all.forEach(({ isIntersecting }) => note('intersection ' + isIntersecting));
    resolve();
  }).observe(host()));
  for (const type of PerformanceObserver.supportedEntryTypes)
    if (!['longtask', 'long-animation-frame', 'event', 'first-input', 'layout-shift', 'paint', 'largest-contentful-paint'].includes(type))
      new PerformanceObserver((list) => list.getEntries().forEach(({ entryType, name }) => note('entry ' + entryType + ' ' + name))).observe({ type });
  // The state of the page itself, looked at again and again, and noted where it changes.
  let last = '';
  const look = () => {
    const points = [];
    for (let x = 5; x < innerWidth; x += 40) for (let y = 5; y < innerHeight; y += 40) points.push(document.elementFromPoint(x, y)?.nodeName);
    const now = [document.activeElement?.nodeName, document.hasFocus(), frames.length, scrollX, scrollY, innerWidth, innerHeight, host()?.outerHTML,
      JSON.stringify(host()?.getBoundingClientRect()), String(getSelection()), points.join('')].join('|');
    if (now !== last) note('state ' + now);
    last = now;
    requestAnimationFrame(look);
  };
  look();
  globalThis.recorded = () => seen.join('\\n');
  // Observers tell at first what is there: with that, the record begins.
  return Promise.all([resized, intersected]).then(() => void seen.splice(0));
})()`;
