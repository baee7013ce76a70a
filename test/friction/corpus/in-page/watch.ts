import { NOTHING_ENTERED, nameControl } from '../../../../src/locator/page/name-control.ts';
import { watchWhenReady } from './watch-when-ready.ts';

/** Runs in an isolated world, as a content script does, and reports its findings by a binding that only this world has. */
declare const cairnFound: (json: string) => void;

watchWhenReady({
  onFinding: (finding, control) =>
    cairnFound(JSON.stringify({ ...finding, ...(control && { named: nameControl(control, NOTHING_ENTERED) }) })),
});
