import { findControls } from '../../locator/find-controls.ts';

/** The explaining script: leaves a function in its isolated world by which the background asks for controls; the page cannot see it. */
export function startExplain(): void {
  Object.assign(globalThis, {
    cairnFindControls: (anchors: Parameters<typeof findControls>[0]) => findControls(anchors, document),
  });
}
