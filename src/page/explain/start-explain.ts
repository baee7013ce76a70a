import { describeNearest } from '../../locator/describe-nearest.ts';
import { findControls } from '../../locator/find-controls.ts';

/** The explaining script: leaves functions in its isolated world by which the background asks for controls; the page cannot see them. */
export function startExplain(): void {
  Object.assign(globalThis, {
    cairnFindControls: (anchors: Parameters<typeof findControls>[0]) => findControls(anchors, document),
    cairnDescribeNearest: (anchor: Parameters<typeof describeNearest>[0]) => describeNearest(anchor, document) ?? null,
  });
}
