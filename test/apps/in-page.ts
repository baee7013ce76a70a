import type { Control } from './real-app.ts';

/** Where the element is in the window, through the frames around it, and whether a press in its middle reaches it; null if it is not drawn. */
export const boxOf = (control: Control): string => `(() => {
  const element = ${control};
  if (!element) return null;
  const inside = element.getBoundingClientRect();
  if (inside.width < 1 || inside.height < 1) return null;
  const middle = { x: inside.x + inside.width / 2, y: inside.y + inside.height / 2 };
  const hit = element.getRootNode().elementFromPoint(middle.x, middle.y);
  const box = { x: inside.x, y: inside.y, width: inside.width, height: inside.height };
  for (let view = element.ownerDocument.defaultView; view.frameElement; view = view.parent) {
    const frame = view.frameElement.getBoundingClientRect();
    box.x += frame.x + view.frameElement.clientLeft;
    box.y += frame.y + view.frameElement.clientTop;
  }
  return { ...box, reached: hit !== null && (element.contains(hit) || hit.contains(element)) };
})()`;

export const bringIntoView = (control: Control): string =>
  `(() => { const element = ${control}; element?.scrollIntoView({ block: 'center', inline: 'nearest' }); return element !== null; })()`;

/** As the app might: gone from the screen, and there again. */
export const hide = (control: Control): string => `void (${control}).style.setProperty('display', 'none', 'important')`;
export const unhide = (control: Control): string => `void (${control}).style.removeProperty('display')`;
