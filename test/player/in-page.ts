/** What the player and the locator do to a page, for tests in a real browser. */
export { findPart, treeRootsIn } from '../../src/locator/page/find-part.ts';
export { watchPart } from '../../src/locator/watch-part.ts';
export { judgeValue } from '../../src/player/judge-value.ts';
export { perform } from '../../src/player/perform.ts';
export { pressFacts } from '../../src/player/press-facts.ts';
export { readValue } from '../../src/player/read-value.ts';
