import { observeControl } from '../../locator/page/observe-control.ts';
import { readHandle } from '../page-handle.ts';

/** The naming script: names controls for records, by what the person has entered in this page. */
export function startNaming(): void {
  const page = readHandle();
  page?.provide('naming', { observeControl: (element) => observeControl(element, page.entries) });
}
