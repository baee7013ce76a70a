import { watchPage } from '../../../../src/friction/page/watch-page.ts';
import { nameControl } from '../../../../src/locator/page/name-control.ts';

/** Runs in a world of its own, as a content script does, and tells what it finds over a binding that only that world has. */
declare const cairnFound: (said: string) => void;

function begin(): void {
  watchPage({
    window,
    lifetime: new AbortController().signal,
    onFinding: (finding, control) => cairnFound(JSON.stringify({ ...finding, ...(control && { named: nameControl(control) }) })),
  });
}
if (document.readyState === 'loading') addEventListener('DOMContentLoaded', begin, { once: true });
else begin();
