import { containingShadowHost } from '../../../dom/composed-tree.ts';
import { on } from '../../../runtime/lifetime.ts';
import type { ControlKind } from '../../facts.ts';
import { emitSign, type ListenerContext, listen, type PageWindow } from './listener-context.ts';

/** Kinds whose text a double click is meant to select. */
const TEXT_KINDS: ReadonlySet<ControlKind> = new Set(['text', 'editable', 'inert']);

/** Emits that text is selected, unless the browser did so because a control was clicked twice. */
export function listenSelection(view: PageWindow, context: ListenerContext): void {
  const { lastInput } = context;
  listen(
    view,
    'mousedown',
    (event) => {
      if (event.isTrusted) lastInput.clickCount = event.detail;
    },
    context,
  );
  on(
    view.document,
    'selectionchange',
    () => {
      const selection = view.getSelection();
      if (selection === null || selection.isCollapsed || isByPress(selection, context)) return;
      emitSign(context, 'selection', selection.anchorNode ?? view.document);
    },
    context.lifetime,
  );
}

/**
 * Did the browser select the words because the same place was clicked twice or more? A control's own words say nothing then, nor do
 * those around a button in a line of text. Around a link they may be what the person wants.
 */
function isByPress(selection: Selection, { lastInput: { pressTarget, pressKind, clickCount } }: ListenerContext): boolean {
  if (!pressTarget || !pressKind || TEXT_KINDS.has(pressKind) || clickCount < 2) return false;
  const control = withHosts(pressTarget).find((element) => selection.containsNode(element, true));
  return control !== undefined && (pressKind !== 'link' || !hasTextOutside(selection.getRangeAt(0), control));
}

function withHosts(element: Element): Element[] {
  const host = containingShadowHost(element);
  return host ? [element, ...withHosts(host)] : [element];
}

function hasTextOutside(range: Range, control: Element): boolean {
  const [before, after] = [range.cloneRange(), range.cloneRange()];
  if (before.comparePoint(control, 0) >= 0) before.setEndBefore(control);
  else before.collapse(true);
  if (after.comparePoint(control, control.childNodes.length) <= 0) after.setStartAfter(control);
  else after.collapse(false);
  return `${before}${after}`.trim() !== '';
}
