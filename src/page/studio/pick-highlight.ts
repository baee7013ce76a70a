import { viewportRect } from '../../dom/geometry.ts';
import { findHostParent } from '../../overlay/host/find-host-parent.ts';
import { leaveWithoutScript } from '../../overlay/host/leave-without-script.ts';
import { addStyleSheet } from '../../overlay/host/style-sheet.ts';
import { onAbort } from '../../runtime/lifetime.ts';

const CSS = `:host{all:initial!important;position:fixed!important;inset:0!important;width:auto!important;height:auto!important;margin:0!important;
border:0!important;padding:0!important;background:none!important;overflow:hidden!important;cursor:crosshair!important}
:host(.open){pointer-events:none!important}
.box{position:fixed;box-sizing:border-box;border:3px solid #0b57d0;outline:2px solid #fff;border-radius:4px;pointer-events:none}
.weak{border-style:dashed;border-color:#b3261e}
.label,.help{position:fixed;max-width:min(24rem,calc(100vw - 16px));box-sizing:border-box;padding:4px 8px;border-radius:4px;background:#1f1f1f;
color:#fff;font:14px/1.4 system-ui,sans-serif;pointer-events:none;unicode-bidi:plaintext}
.help{inset-block-end:8px;inset-inline-start:8px}
@media(forced-colors:active){.box{border-color:Highlight}.label,.help{border:1px solid CanvasText}}`;

const GAP = 6;

/** What is drawn while the person points at a control: a shield over the page, a box around the control, and what there is to say of it. */
export interface PickHighlight {
  host: HTMLElement;
  /** Around that control; the text is read out as well. */
  show(element: Element, text: string, isWeak: boolean): void;
  clear(): void;
  /** Events at a frame of another origin go to the script in that frame. */
  letThrough(isOpen: boolean): void;
}

/** Draws in the top layer. The page gets no press while the shield is there, whatever it listens to on its controls. */
export function createPickHighlight(help: string, lifetime: AbortSignal): PickHighlight {
  const host = document.createElement('div');
  host.popover = 'manual';
  const root = host.attachShadow({ mode: 'closed' });
  addStyleSheet(root, CSS);
  if (import.meta.env?.FIREFOX) leaveWithoutScript(host, root);
  const [box, label, hint] = [partOf('box'), partOf('label'), partOf('help')];
  label.setAttribute('role', 'status');
  hint.textContent = help;
  root.append(label, hint);
  findHostParent(document, host, []).append(host);
  host.showPopover();
  onAbort(lifetime, () => host.remove());

  return {
    host,
    show(element, text, isWeak) {
      const { left, top, width, height } = viewportRect(element);
      Object.assign(box.style, { left: `${left}px`, top: `${top}px`, width: `${width}px`, height: `${height}px` });
      box.classList.toggle('weak', isWeak);
      root.append(box);
      label.textContent = text;
      const { width: labelWidth, height: labelHeight } = label.getBoundingClientRect();
      const below = top + height + GAP;
      const fitsBelow = below + labelHeight <= innerHeight;
      label.style.top = `${fitsBelow ? below : Math.max(0, top - GAP - labelHeight)}px`;
      label.style.left = `${Math.max(0, Math.min(left, innerWidth - labelWidth - GAP))}px`;
    },
    clear() {
      box.remove();
      label.textContent = '';
    },
    letThrough: (isOpen) => void host.classList.toggle('open', isOpen),
  };
}

function partOf(name: string): HTMLElement {
  const part = document.createElement('div');
  part.className = name;
  return part;
}
