import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { middleOf, restingBox } from '../../../apps/pressing.ts';
import type { Visit } from '../../../apps/real-app.ts';
import type { Press, PressLog } from './press-log.ts';

/** Milliseconds. */
const WAITS = {
  /** Of a page that nobody touches, to see whether it changes by itself. */
  untouched: 3000,
  /** From the moment the pointer rests on a control until it is pressed. */
  rest: 700,
  /** From a press to the next: longer than any tool waits for a visible response. */
  between: 3500,
  /** Until every tool has come to its verdict. */
  verdict: 12_000,
};
const MOST = { buttons: 5, links: 2 };
const HASTE = { presses: 5, gapMs: 150 };

interface StoppedDeps {
  visit: Pick<Visit, 'asks'>;
  page: Pick<Page, 'mouse'>;
  log: PressLog;
  waits?: typeof WAITS;
}

/**
 * Presses controls of the page that is open, each while the bench stops its events on their way from the document's root element: below
 * it, nothing of the app hears them, and links, forms and fields do nothing by themselves either. Scripts that listen at the document or
 * the window while events go down, as the detectors do, are not affected. Presses after which the page shows something else all the same
 * are left out, unless the page also changes while nobody touches it.
 */
export async function pressStopped(deps: StoppedDeps): Promise<void> {
  const { visit, waits = WAITS } = deps;
  const { buttons, links } = await visit.asks<{ buttons: number; links: number }>(`(${chooseControls})(${JSON.stringify(MOST)})`);
  const before = await digestOf(visit);
  await pause(waits.untouched);
  const changesByItself = before !== (await digestOf(visit));
  const stop = (at: number, kind: Press['kind']) => pressOne(deps, at, kind, changesByItself);
  for (let at = 0; at < buttons; at++) await stop(at, 'stopped button');
  for (let at = buttons; at < buttons + links; at++) await stop(at, 'stopped link');
  for (let at = 0; at < buttons; at++) await stop(at, 'stopped button, in haste');
  await pause(waits.verdict);
}

async function pressOne(deps: StoppedDeps, at: number, kind: Press['kind'], changesByItself: boolean): Promise<void> {
  const { visit, page, log, waits = WAITS } = deps;
  const control = `globalThis.benchControls[${at}]`;
  const where = await visit.asks<string | null>(`(${describeControl})(${at})`);
  if (where === null) return;
  const { x, y } = middleOf(await restingBox(visit.asks, control));
  await page.mouse.move(x, y);
  await pause(waits.rest);
  // Under the pointer, a menu may have opened over it.
  if (!(await visit.asks<boolean>(`(${isUnder})(${at})`))) return;
  await visit.asks(`(${stopControl})(${at})`);
  const before = await digestOf(visit);
  const press = log.begin({ kind, control: where });
  const presses = kind === 'stopped button, in haste' ? HASTE.presses : 1;
  for (let nth = 1; nth <= presses; nth++) {
    const next = pause(HASTE.gapMs);
    await page.mouse.down({ clickCount: nth });
    await page.mouse.up({ clickCount: nth });
    await next;
  }
  await pause(waits.between);
  if (!changesByItself && before !== (await digestOf(visit))) log.leaveOut(press);
  await visit.asks('globalThis.benchResume()');
}

const digestOf = (visit: StoppedDeps['visit']) => visit.asks<string>(`(${pageDigest})()`);

interface BenchWorld {
  benchControls: HTMLElement[];
  benchResume(): void;
}

/** Runs in the page. Keeps every k-th of what can be pressed, so that there are at most so many: buttons first, then links. */
function chooseControls(most: { buttons: number; links: number }): { buttons: number; links: number } {
  const inert =
    ':disabled, [aria-disabled=true], [aria-selected=true], [aria-current]:not([aria-current=false]), [aria-hidden=true]';
  const documents = [document];
  for (const one of documents)
    for (const frame of one.querySelectorAll('iframe'))
      if (frame.contentDocument && frame.checkVisibility({ visibilityProperty: true })) documents.push(frame.contentDocument);
  const isReached = (element: Element): boolean => {
    const { x, y, width, height } = element.getBoundingClientRect();
    const hit = element.ownerDocument.elementFromPoint(x + width / 2, y + height / 2);
    return width > 4 && height > 4 && hit !== null && (element.contains(hit) || hit.contains(element));
  };
  const some = (selector: string, count: number): HTMLElement[] => {
    const all = documents
      .flatMap((one) => [...one.querySelectorAll<HTMLElement>(selector)])
      .filter((element) => !element.closest(inert) && isReached(element));
    const every = Math.max(1, Math.ceil(all.length / count));
    return all.filter((_, at) => at % every === 0);
  };
  const buttons = some(
    'button, input[type=button], input[type=submit], [role=button], [role=tab], [role=menuitem], [role=switch]',
    most.buttons,
  );
  const links = some('a[href]', most.links);
  Object.assign(globalThis, { benchControls: [...buttons, ...links] });
  return { buttons: buttons.length, links: links.length };
}

/** Runs in the page. Null if the control is gone or has moved out of reach. */
function describeControl(at: number): string | null {
  const control = (globalThis as unknown as BenchWorld).benchControls[at]!;
  const { x, y, width, height } = control.getBoundingClientRect();
  const hit = control.ownerDocument.elementFromPoint(x + width / 2, y + height / 2);
  if (!control.isConnected || !hit || !(control.contains(hit) || hit.contains(control))) return null;
  const label = (control.getAttribute('aria-label') || control.textContent || control.title || '').trim().slice(0, 40);
  return `${control.getAttribute('role') ?? control.localName} “${label}”`;
}

/** Runs in the page. */
function isUnder(at: number): boolean {
  const control = (globalThis as unknown as BenchWorld).benchControls[at]!;
  const { x, y, width, height } = control.getBoundingClientRect();
  const hit = control.ownerDocument.elementFromPoint(x + width / 2, y + height / 2);
  return hit !== null && (control.contains(hit) || hit.contains(control));
}

/** Runs in the page. */
function stopControl(at: number): void {
  const world = globalThis as unknown as BenchWorld;
  const control = world.benchControls[at]!;
  const root = control.ownerDocument.documentElement;
  const types = ['pointerdown', 'mousedown', 'touchstart', 'touchend', 'pointerup', 'mouseup', 'click', 'dblclick'];
  const stop = (event: Event): void => {
    if (!event.composedPath().includes(control)) return;
    event.stopImmediatePropagation();
    if (event.type === 'mousedown' || event.type === 'click') event.preventDefault();
  };
  for (const type of types) root.addEventListener(type, stop, { capture: true });
  world.benchResume = () => {
    for (const type of types) root.removeEventListener(type, stop, { capture: true });
  };
}

/** Runs in the page. What a person would see of a response: texts, elements, fields, places of boxes, the address. */
function pageDigest(): string {
  const documents = [document];
  for (const one of documents)
    for (const frame of one.querySelectorAll('iframe')) if (frame.contentDocument) documents.push(frame.contentDocument);
  const fields = (one: Document) =>
    [...one.querySelectorAll<HTMLInputElement>('input, select, textarea')].map(({ value, checked }) => `${value}${checked}`);
  return JSON.stringify([
    location.href,
    documents.map((one) => [
      one.body?.innerText,
      one.querySelectorAll('*').length,
      fields(one),
      one.scrollingElement?.scrollTop,
      one.querySelectorAll('[aria-expanded=true], [open], [aria-checked=true], [aria-pressed=true]').length,
    ]),
  ]);
}
