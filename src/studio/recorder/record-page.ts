import { visitEventRoots } from '../../dom/event-roots.ts';
import { documentOf } from '../../dom/node-getters.ts';
import { modelOf } from '../../locator/page/model.ts';
import type { EntryMemory } from '../../locator/page/name-control.ts';
import type { RecorderReport } from '../../model/studio/observed-act.ts';
import { after, on } from '../../runtime/lifetime.ts';
import { onTrusted } from '../../runtime/on-trusted.ts';
import { createActLog } from './act-log.ts';
import { anchorOf, describeSubject } from './describe-subject.ts';
import { createFieldRecorder } from './field-recorder.ts';
import { listenContextMenu } from './listen-context-menu.ts';
import { listenChanges, listenFields } from './listen-fields.ts';
import { listenFrames } from './listen-frames.ts';
import { listenHover } from './listen-hover.ts';
import { listenKeys } from './listen-keys.ts';
import { listenNavigation, reportLoad } from './listen-navigation.ts';
import { listenPresses } from './listen-presses.ts';
import { listenThroughRewrites } from './listen-through-rewrites.ts';
import { createPressRecorder } from './press-recorder.ts';
import type { RecorderContext } from './recorder-context.ts';
import { createReveals } from './reveals.ts';
import { watchChanges } from './watch-changes.ts';

export interface RecordPageDeps {
  /** Receives each report at once: the page may be gone the moment after. */
  report(report: RecorderReport): void;
  /** What the person has entered in this page; no name that repeats it is reported. */
  entries: EntryMemory;
  lifetime: AbortSignal;
  /** Is this the page itself rather than a frame in it? */
  isTopFrame: boolean;
  /** Does an origin belong to the app, so that a script of its own records in a frame from there? */
  isAppOrigin(origin: string): boolean;
  now(): number;
  newId(): string;
}

/** A click that a key makes comes this soon after it. */
const KEY_CLICK_MS = 1000;
/** New shadow roots are searched for again this long after an act. */
const SEARCH_AFTER_MS = 450;

/**
 * Records what the person does in a page and its frames of the same origin until the lifetime ends. It listens only: the page is not changed,
 * nothing is requested, and every listener is passive.
 */
export function recordPage(recording: RecordPageDeps): void {
  const { report, entries, lifetime, isTopFrame, now, newId } = recording;
  const log = createActLog(report, newId);
  const changes = watchChanges(lifetime, now);
  const describe = (element: Element) => describeSubject(element, entries);
  const context: RecorderContext = { log, changes, lifetime, now, describe };
  const roots = new Set<Document | ShadowRoot>([document]);
  const known = new WeakSet<Document | ShadowRoot>();
  let keyAt = 0;

  const reveals = createReveals({ ...context, roots: () => roots, anchorOf: (element) => anchorOf(element, entries) });
  const fields = createFieldRecorder(context);
  const presses = createPressRecorder({ ...context, fields, reveals });
  const deps = {
    ...{ ...context, fields, presses, reveals, enterRoot },
    noteKey: () => {
      keyAt = now();
    },
    isClickOfKey: () => now() - keyAt < KEY_CLICK_MS,
  };

  function enterRoot(root: Document | ShadowRoot): void {
    if (known.has(root)) return;
    known.add(root);
    roots.add(root);
    changes.watch(root);
    if (root !== documentOf(root)) listenChanges(root, lifetime, deps);
  }

  function listen(view: Window, viewLifetime: AbortSignal): void {
    listenPresses(view, viewLifetime, deps);
    listenKeys(view, viewLifetime, deps);
    listenFields(view, viewLifetime, deps);
    listenContextMenu(view, viewLifetime, deps);
    listenChanges(view.document, viewLifetime, deps);
    listenHover(view, viewLifetime, reveals.hovered);
    onTrusted(view, 'pointerdown', () => after(SEARCH_AFTER_MS, search, lifetime), viewLifetime, { passive: true });
  }

  const search = visitEventRoots(
    window,
    {
      window: (view, documentLifetime) => listenThroughRewrites(view, documentLifetime, listen),
      root: enterRoot,
    },
    lifetime,
  );

  if (isTopFrame) reportLoad(window, context);
  if (isTopFrame) listenNavigation(window, context);
  listenFrames(window, { ...context, isAppOrigin: recording.isAppOrigin });
  on(window, 'pagehide', () => presses.leave(), lifetime);
  // The first description of a page reads all of it: better now than when the person presses.
  after(0, () => void modelOf(document), lifetime);
}
