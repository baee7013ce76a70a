import { createHost } from '../../../../src/overlay/host/host.ts';

const CSS = `.card { position: fixed; pointer-events: auto; width: 300px; height: 160px; background: #fff; border: 1px solid }
  button { position: absolute; width: 60px; height: 24px }`;

const log: string[] = [];
let root: ShadowRoot;

/** Cards of ours at these places, each with a button at each corner, of which presses are judged. */
export function draw(places: Record<string, readonly [left: number, top: number]>): void {
  ({ root } = createHost({
    css: CSS,
    document,
    lifetime: new AbortController().signal,
    onEvicted: () => log.push('evicted'),
    onPressRefused: () => log.push('refused'),
  }));
  root.append(...Object.entries(places).map(([name, place]) => cardAt(name, place)));
}

function cardAt(where: string, [left, top]: readonly [number, number]): HTMLElement {
  const card = document.createElement('div');
  card.className = 'card';
  card.style.cssText = `left:${left}px;top:${top}px`;
  for (const corner of ['top left', 'top right', 'bottom left', 'bottom right']) {
    const button = document.createElement('button');
    const [down, across] = corner.split(' ');
    button.style.cssText = `${down}:0;${across}:0`;
    button.textContent = `${corner} at ${where}`;
    button.addEventListener('click', () => log.push(button.textContent!));
    card.append(button);
  }
  return card;
}

/** The middles of the buttons that are in the window, by name. */
export function buttonsInWindow(): [name: string, x: number, y: number][] {
  return [...root.querySelectorAll('button')].flatMap((button) => {
    const { x, y, width, height } = button.getBoundingClientRect();
    const isInWindow = x >= 0 && y >= 0 && x + width <= innerWidth && y + height <= innerHeight;
    return isInWindow ? [[button.textContent!, x + width / 2, y + height / 2] as [string, number, number]] : [];
  });
}

/** What became of the presses since the last call. */
export const takePresses = (): string[] => log.splice(0);

/** Is the first card drawn, and would it be pressed? */
export function isShown(): boolean {
  const { x, y, width, height } = root.querySelector('.card')!.getBoundingClientRect();
  return document.elementFromPoint(x + width / 2, y + height / 2) === root.host;
}
