import { matchesSelector, queryElements, textContentOf } from '../../dom/node-getters.ts';
import { isOwnHost } from '../../dom/shadow-root-of.ts';
import type { Anchor } from '../../model/pack/anchor.ts';
import { after } from '../../runtime/lifetime.ts';
import { ANNOUNCING, type DrawnControls, isDrawnNow, readDrawnControls } from './drawn-controls.ts';
import { type ActView, findHoverRevealer, findRevealer, type Hovered } from './find-revealer.ts';
import type { RecorderContext } from './recorder-context.ts';
import type { Subject } from './subject.ts';
import type { ChangeWatcher } from './watch-changes.ts';

interface RevealsDeps extends RecorderContext {
  /** Documents and shadow roots of the page, as far as they are known. */
  roots(): Iterable<Document | ShadowRoot>;
  anchorOf(element: Element): Anchor | undefined;
}

/** So long after an act, what has appeared is taken for what came of it. */
const APPEARS_MS = 400;
const MAX_VIEWS = 20;
const MAX_TRAIL = 12;

/** Knows what was drawn when: by which act, or by pointing at what, a control appeared, and what appeared after an act. */
export function createReveals({ log, changes, lifetime, now, describe, roots, anchorOf }: RevealsDeps) {
  const views: ActView<Element>[] = [];
  let trail: Hovered<Element>[] = [];
  let latest: DrawnControls = readDrawnControls(roots(), now());

  function look(): DrawnControls {
    latest = readDrawnControls(roots(), now());
    return latest;
  }

  return {
    /** What is drawn now, before an act takes effect. */
    look,
    /** The pointer came over something that may show more. */
    hovered({ element }: Subject): void {
      if (trail.at(-1)?.control !== element) trail = [...trail.slice(1 - MAX_TRAIL), { control: element, at: now() }];
    },
    /** How a control that is about to be pressed came to be there. Reports pointing at something, if that showed it. */
    revealerOf(control: Element, isHoverLikely: boolean): string | undefined {
      const at = now();
      const wasDrawn = (one: Element) => latest.has(one);
      if (isHoverLikely && !wasDrawn(control)) {
        const altered = changes.alteredAt(control);
        const appearance = { at, alteredAt: altered > latest.at ? altered : 0 };
        const hovered = findHoverRevealer(
          trail.filter((one) => one.control !== control && one.control.isConnected && one.at >= latest.at),
          appearance,
          wasDrawn,
        );
        const description = hovered && describe(hovered.control);
        if (hovered && description) {
          const before = latest;
          const id = log.begin('hover', hovered.control, description, hovered.at);
          views.push({ id, wasDrawn: (one) => before.has(one) });
          return id;
        }
      }
      return findRevealer(control, views);
    },
    /** An act has begun; `before` is what was drawn then. */
    began(id: string, before: DrawnControls): void {
      const at = now();
      views.push({ id, wasDrawn: (one) => before.has(one) });
      if (views.length > MAX_VIEWS) views.shift();
      after(
        APPEARS_MS,
        () => {
          const appears = appearedSince(at, before, changes);
          const appearance = appears && anchorOf(appears);
          if (appearance) log.complete(id, { appears: appearance });
          look();
        },
        lifetime,
      );
    },
    /** An act that turned out to be none reveals nothing. */
    forget(id: string): void {
      const index = views.findIndex((view) => view.id === id);
      if (index >= 0) views.splice(index, 1);
    },
    /** What was pointed at so far has been used. */
    clearTrail(): void {
      trail = [];
    },
  };
}

/** What came up since that is worth a check: the outermost dialog, message or region. */
function appearedSince(at: number, before: DrawnControls, changes: ChangeWatcher): Element | undefined {
  const shown = changes
    .alteredSince(at)
    .flatMap((one) => [...(matchesSelector(one, ANNOUNCING) ? [one] : []), ...queryElements(one, ANNOUNCING)])
    .filter((one) => one.isConnected && !isOwnHost(one) && isDrawnNow(one));
  const isFresh = (one: Element) => !before.has(one) || !/dialog/.test(one.getAttribute('role') ?? one.localName);
  return shown.find((one) => isFresh(one) && textContentOf(one)?.trim());
}

export type Reveals = ReturnType<typeof createReveals>;
