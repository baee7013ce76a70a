import { INSTALLED_PROPERTY } from '../../runtime/installed-mark.ts';
import { removeByPage } from '../../runtime/remove-by-page.ts';
import { addStyleSheet } from './style-sheet.ts';

/** Without the sheet that says that the extension is there, nothing is drawn or can be pressed, and an animation begins. */
const CSS = `@keyframes uninstalled{to{opacity:0}}
:host{clip-path:var(${INSTALLED_PROPERTY},inset(100%))!important;animation:var(${INSTALLED_PROPERTY},uninstalled 1ms)!important}`;

/** In Firefox no script of ours runs once the extension has gone: our host hides by style then, and leaves as an animation begins. */
export function leaveWithoutScript(host: HTMLElement, root: ShadowRoot): void {
  addStyleSheet(root, CSS);
  removeByPage(host, 'animationstart');
}
