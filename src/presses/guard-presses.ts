import { after, createTimer, nextFrame, observe, on } from '../runtime/lifetime.ts';
import { judgePress, type Press, type PressVerdict, SETTLE_MS } from './judge-press.ts';
import { createStillness, type Stillness } from './stillness.ts';
import type { SightSource } from './visibility.ts';

/** What a press can act on. */
const CONTROLS = 'button,a[href],summary,input,select,textarea,label';
/** Set on a part in which a press counts now. No page can see it, and no style depends on it. */
const READY = 'data-ready';

export interface PressGuardDeps {
  /** Presses in here are judged. */
  root: ShadowRoot | Document;
  lifetime: AbortSignal;
  /** Selects the parts that are seen as a whole or not at all. */
  parts: string;
  /** @param onChange is called when a part becomes visible or hidden */
  watchVisibility: (onChange: () => void) => SightSource;
  /** Looks at a control at the moment of the press. */
  isCovered: (control: Element) => boolean;
  /** A press was not taken, since the person does not see what they pressed. */
  onHidden: (part: Element) => void;
}

export interface PressGuard {
  /** What would become of a press by pointer on this element now. */
  judge(element: Element): PressVerdict;
}

/** Keeps from acting what is pressed while the person does not see it, or before they have had the time to. */
export function guardPresses(deps: PressGuardDeps): PressGuard {
  const { root, lifetime, parts, isCovered, onHidden } = deps;
  const stillness = createStillness();
  const partOf = (control: Element) => control.closest(parts) ?? control;
  const visibility = deps.watchVisibility(() => watched.look());
  const settled = (press: Press, control: Element) =>
    judgePress(press, visibility.sightOf(partOf(control)), stillness.stillSince(control));
  const watched = watchControls({ root, lifetime, parts, visibility, stillness, isReady: (one) => settled(pressNow(), one) });
  const presses = watchPresses(root, lifetime);

  function onClick(event: MouseEvent): void {
    const control = (event.target as Element).closest(CONTROLS);
    if (!event.isTrusted || !control) return;
    const verdict = verdictOn(presses.pressOf(event), control);
    if (verdict === 'counts') return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (verdict === 'hidden') onHidden(partOf(control));
  }

  const verdictOn = (press: Press, control: Element): PressVerdict => (isCovered(control) ? 'hidden' : settled(press, control));

  on(root, 'click', onClick as (event: Event) => void, lifetime, { capture: true });
  return { judge: (element) => verdictOn(pressNow(), element) };
}

const pressNow = (): Press => ({ at: performance.now(), byKey: false, isRepeated: false, keyInsideAt: undefined });

/** Knows when pointer or key went down for a click. A click without either, as from a screen reader, is a press of its own. */
function watchPresses(root: ShadowRoot | Document, lifetime: AbortSignal) {
  let down: { at: number; isRepeated: boolean } | undefined;
  let keyAt: number | undefined;
  let keyBefore: number | undefined;
  const capture = { capture: true };
  const forget = () => {
    down = undefined;
  };
  const onPointerDown = (event: Event) => {
    down = { at: event.timeStamp, isRepeated: false };
  };
  const onKeyDown = (event: Event) => {
    const { timeStamp, key, repeat } = event as KeyboardEvent;
    if (!event.isTrusted) return;
    if (!repeat) [keyBefore, keyAt] = [keyAt, timeStamp];
    down = { at: timeStamp, isRepeated: repeat && (key === 'Enter' || key === ' ') };
  };
  on(root, 'pointerdown', onPointerDown, lifetime, capture);
  on(root, 'pointercancel', forget, lifetime, capture);
  on(root, 'keydown', onKeyDown, lifetime, capture);
  return {
    pressOf({ timeStamp, detail }: MouseEvent): Press {
      const { at = timeStamp, isRepeated = false } = down ?? {};
      // A label passes its click on to its field at once.
      after(0, forget, lifetime);
      return { at, isRepeated, byKey: detail === 0, keyInsideAt: keyAt === at ? keyBefore : keyAt };
    },
  };
}

interface WatchControlsDeps extends Pick<PressGuardDeps, 'root' | 'lifetime' | 'parts'> {
  visibility: SightSource;
  stillness: Stillness;
  isReady: (control: Element) => PressVerdict;
}

/** Follows the parts and their controls as they come, change and move; an attribute tells when presses in a part count. */
function watchControls({ root, lifetime, parts, visibility, stillness, isReady }: WatchControlsDeps) {
  const known = new WeakSet<Element>();
  const timer = createTimer(lifetime);
  let isWaiting = false;

  function sample(): void {
    isWaiting = false;
    stillness.sample(root.querySelectorAll(`${CONTROLS},${parts}`));
    for (const part of root.querySelectorAll(parts)) {
      if (known.has(part)) continue;
      known.add(part);
      visibility.watch(part);
    }
    showReady();
  }

  function showReady(): void {
    const early = [...root.querySelectorAll(parts)].filter((part) => {
      const controls = part.matches(CONTROLS) ? [part] : [...part.querySelectorAll(CONTROLS)];
      const verdicts = controls.map(isReady);
      part.toggleAttribute(
        READY,
        verdicts.every((one) => one === 'counts'),
      );
      return verdicts.includes('early');
    });
    if (early.length) timer.start(SETTLE_MS / 4, showReady);
  }

  function look(): void {
    if (isWaiting) return;
    isWaiting = true;
    nextFrame(sample, lifetime);
  }

  const changes = { subtree: true, childList: true, characterData: true, attributeFilter: ['style', 'class', 'open'] };
  observe(MutationObserver, look, lifetime, (observer) => observer.observe(root, changes));
  on(window, 'resize', look, lifetime);
  for (const type of ['scroll', 'animationend', 'transitionend']) on(root, type, look, lifetime, { capture: true });
  look();
  return { look };
}
