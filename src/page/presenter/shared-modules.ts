import { effect, useSignal } from '@preact/signals';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Fragment, jsx, jsxs } from 'preact/jsx-runtime';
import { composedAncestors } from '../../dom/composed-tree.ts';
import { FIELD_SELECTOR, fieldOf } from '../../dom/field-of.ts';
import { focusedTextField } from '../../dom/focused-text-field.ts';
import { documentOfFrame, FRAMES, forEachWindow } from '../../dom/frames.ts';
import { interactiveElementOn, SEARCH_FIELDS } from '../../dom/interactive-elements.ts';
import { isToggle } from '../../dom/is-toggle.ts';
import { isElement, windowOf } from '../../dom/node-getters.ts';
import { isOwnHost, shadowRootOf } from '../../dom/shadow-root-of.ts';
import { viewportSize } from '../../dom/viewport-size.ts';
import { visualWrappersOf } from '../../dom/visual-wrappers.ts';
import { opensPopup } from '../../locator/page/choice-popup.ts';
import { roleOf } from '../../locator/page/role.ts';
import { watch } from '../../locator/watch.ts';
import { onlyTrusted } from '../../overlay/host/only-trusted.ts';
import { customProperty } from '../../overlay/host/style-sheet.ts';
import { useCardPosition, usePointerOn } from '../../overlay/placement/anchored-positions.ts';
import { followMoves } from '../../overlay/placement/follow-moves.ts';
import { useDocked } from '../../overlay/placement/use-docked.ts';
import { FormFrame } from '../../overlay/ui/form-frame.tsx';
import { LinkHost, linkHost } from '../../overlay/ui/link-host.tsx';
import { RichView } from '../../overlay/ui/rich-view.tsx';
import { useLayoutLifetime, useLifetime } from '../../overlay/ui/use-lifetime.ts';
import { ALL_MUTATIONS, after, childLifetime, createTimer, observe, on, onAbort } from '../../runtime/lifetime.ts';
import { onTrusted } from '../../runtime/on-trusted.ts';

/**
 * What scripts injected after the overlay take from it instead of bringing it along: the build (`setup/take-from-overlay.ts`) replaces
 * their imports of these modules by this. So there is one renderer, and one account of what stands where.
 */
const sharedModules = {
  '@preact/signals': { effect, useSignal },
  'preact/hooks': { useLayoutEffect, useRef, useState },
  'preact/jsx-runtime': { Fragment, jsx, jsxs },
  'src/dom/composed-tree.ts': { composedAncestors },
  'src/dom/field-of.ts': { FIELD_SELECTOR, fieldOf },
  'src/dom/focused-text-field.ts': { focusedTextField },
  'src/dom/frames.ts': { documentOfFrame, FRAMES, forEachWindow },
  'src/dom/interactive-elements.ts': { SEARCH_FIELDS, interactiveElementOn },
  'src/dom/is-toggle.ts': { isToggle },
  'src/dom/node-getters.ts': { isElement, windowOf },
  'src/dom/shadow-root-of.ts': { isOwnHost, shadowRootOf },
  'src/dom/viewport-size.ts': { viewportSize },
  'src/dom/visual-wrappers.ts': { visualWrappersOf },
  'src/locator/page/choice-popup.ts': { opensPopup },
  'src/locator/page/role.ts': { roleOf },
  'src/locator/watch.ts': { watch },
  'src/overlay/host/only-trusted.ts': { onlyTrusted },
  'src/overlay/host/style-sheet.ts': { customProperty },
  'src/overlay/placement/anchored-positions.ts': { useCardPosition, usePointerOn },
  'src/overlay/placement/follow-moves.ts': { followMoves },
  'src/overlay/placement/use-docked.ts': { useDocked },
  'src/overlay/ui/form-frame.tsx': { FormFrame },
  'src/overlay/ui/link-host.tsx': { LinkHost, linkHost },
  'src/overlay/ui/rich-view.tsx': { RichView },
  'src/overlay/ui/use-lifetime.ts': { useLayoutLifetime, useLifetime },
  'src/runtime/lifetime.ts': { ALL_MUTATIONS, after, childLifetime, createTimer, observe, on, onAbort },
  'src/runtime/on-trusted.ts': { onTrusted },
};

/** Lends them to the scripts of this isolated world; the page cannot see it. */
export const shareModules = (): void => {
  Object.assign(globalThis, { cairnModules: sharedModules });
};
