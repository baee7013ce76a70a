import type { CDPSession, Frame, Page } from 'playwright-core';
import { AFTER_TWO_FRAMES } from './after-two-frames.ts';
import { closedNodes } from './closed-nodes.ts';
import { eventually, PATIENCE_MS } from './eventually.ts';
import { extensionFrame } from './frame-in-chromium.ts';
import { IS_READY } from './is-ready.ts';
import {
  type AccessibleNode,
  type Box,
  describeQuery,
  type ElementQuery,
  listNodes,
  matchesQuery,
  type Point,
  type Surface,
} from './surface.ts';
import { withForm } from './with-form.ts';

type OverlayNode = AccessibleNode & { node: number };

/** What Cairn draws over the page, with the form in it. */
export const overlaySurface = (page: Page, within = PATIENCE_MS, subframe?: Frame): Surface =>
  withForm(closedSurface(page, within, subframe), extensionFrame(page, undefined, within), within);

/**
 * What lies in the closed shadow roots of the page. No selector reaches in there; the browser's accessibility tree, which a
 * screen reader is served from, does. `inner` is a frame of another process, which has an accessibility tree of its own.
 */
function closedSurface(page: Page, within: number, subframe?: Frame): Surface {
  let opened: Promise<CDPSession> | undefined;
  const devtools = () => (opened ??= page.context().newCDPSession(subframe ?? page));
  const origin = async (): Promise<Point> => (subframe ? frameOrigin(subframe) : { x: 0, y: 0 });
  const all = async (): Promise<OverlayNode[]> => {
    const session = await devtools();
    const closed = closedNodes((await session.send('DOM.getDocument', { depth: -1, pierce: true })).root);
    if (closed.inside.size === 0) return [];
    const { nodes } = await session.send('Accessibility.getFullAXTree');
    return nodes
      .filter(
        ({ ignored, backendDOMNodeId }) => !ignored && backendDOMNodeId !== undefined && closed.inside.has(backendDOMNodeId),
      )
      .map(({ role, name, backendDOMNodeId }) => ({
        role: String(role?.value),
        name: String(name?.value ?? ''),
        node: backendDOMNodeId!,
      }));
  };
  const findNow = async (sought: ElementQuery) => (await all()).find((thing) => matchesQuery(sought, thing));
  const find = (sought: ElementQuery) =>
    eventually(
      () => findNow(sought),
      async () => `No ${describeQuery(sought)} in the overlay at ${page.url()}; there: ${listNodes(await all())}`,
      within,
    );
  const pressPoint = async (sought: ElementQuery) => {
    await find(sought);
    const point = await eventually(
      async () => {
        const thing = await findNow(sought);
        return thing && (await stableMiddle(await devtools(), thing.node, within));
      },
      () =>
        `${describeQuery(sought)} is in the overlay at ${page.url()}, but outside the window, in a hidden tab, still moving, under something else, or not ready for a press`,
      within,
    );
    return shifted(point, await origin());
  };
  const click = async (sought: ElementQuery) => {
    const { x, y } = await pressPoint(sought);
    await page.mouse.click(x, y);
  };
  return {
    find: async (sought) => void (await find(sought)),
    exists: async (sought) => (await findNow(sought)) !== undefined,
    gone: async (sought) => {
      const still = () => `${describeQuery(sought)} is still in the overlay at ${page.url()}`;
      await eventually(async () => !(await findNow(sought)), still, within);
    },
    pressPoint,
    click,
    type: async (sought, words) => {
      await click(sought);
      await page.keyboard.type(words);
    },
    where: async (sought) => {
      const { node } = await find(sought);
      const box = await boxOf(await devtools(), node);
      if (!box) throw new Error(`${describeQuery(sought)} in the overlay at ${page.url()} is not drawn`);
      return { ...box, ...shifted(box, await origin()) };
    },
    text: async (sought) => {
      const session = await devtools();
      if (sought) return rendered(session, (await find(sought)).node);
      const { root } = await session.send('DOM.getDocument', { depth: -1, pierce: true });
      return (await Promise.all(closedNodes(root).tops.map((node) => rendered(session, node)))).filter(Boolean).join('\n');
    },
  };
}

const shifted = (point: Point, by: Point): Point => ({ x: point.x + by.x, y: point.y + by.y });

/** Where the viewport of a frame begins in the window. */
async function frameOrigin(frame: Frame): Promise<Point> {
  const element = await frame.frameElement();
  const box = await element.boundingBox();
  if (!box) throw new Error(`The frame at ${frame.url()} is not drawn`);
  const border = await element.evaluate((one) => ({ x: (one as HTMLElement).clientLeft, y: (one as HTMLElement).clientTop }));
  return shifted(box, border);
}

/** The middle of where it is drawn, when it rests there for two frames and a press there reaches it. */
async function stableMiddle(session: CDPSession, node: number, within: number): Promise<Point | undefined> {
  // As a person scrolls a card to what they want to press.
  await session.send('DOM.scrollIntoViewIfNeeded', { backendNodeId: node }).catch(() => undefined);
  const before = await centre(session, node);
  if (!before || !(await drawsTwoFrames(session, within))) return undefined;
  const point = await centre(session, node);
  if (point?.x !== before.x || point.y !== before.y) return undefined;
  // It counts from the beginning of the page, quads from the window's.
  const { pageX, pageY } = (await session.send('Page.getLayoutMetrics')).cssVisualViewport;
  const hit = await session
    .send('DOM.getNodeForLocation', { x: Math.round(point.x + pageX), y: Math.round(point.y + pageY) })
    .catch(() => undefined);
  return hit && (await holds(session, node, hit.backendNodeId)) && (await isReady(session, node)) ? point : undefined;
}

async function isReady(session: CDPSession, node: number): Promise<boolean> {
  const executionContextId = await ownWorld(session);
  const { object } = await session.send('DOM.resolveNode', { backendNodeId: node, executionContextId });
  const call = { objectId: object.objectId!, functionDeclaration: IS_READY, returnByValue: true };
  return (await session.send('Runtime.callFunctionOn', call)).result.value === true;
}

/** Waits for them; says no where none are drawn for so long, or when the page goes meanwhile. */
async function drawsTwoFrames(session: CDPSession, within: number): Promise<boolean> {
  const expression = `(${AFTER_TWO_FRAMES})(${within})`;
  const answer = await ownWorld(session)
    .then((contextId) => session.send('Runtime.evaluate', { expression, contextId, awaitPromise: true }))
    .catch(() => undefined);
  return answer?.result.value === true;
}

async function centre(session: CDPSession, node: number): Promise<Point | undefined> {
  const { quads } = await session.send('DOM.getContentQuads', { backendNodeId: node }).catch(() => ({ quads: [] }));
  const [left, top, , , right, bottom] = quads[0] ?? [];
  if (left === undefined || top === undefined || right === undefined || bottom === undefined) return undefined;
  return { x: (left + right) / 2, y: (top + bottom) / 2 };
}

async function boxOf(session: CDPSession, node: number): Promise<Box | undefined> {
  const found = await session.send('DOM.getBoxModel', { backendNodeId: node }).catch(() => undefined);
  if (!found) return undefined;
  const quad = found.model.border;
  const [xs, ys] = [quad.filter((_, at) => at % 2 === 0), quad.filter((_, at) => at % 2 === 1)];
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y };
}

async function holds(session: CDPSession, outer: number, inner: number): Promise<boolean> {
  if (outer === inner) return true;
  const { node } = await session.send('DOM.describeNode', { backendNodeId: outer, depth: -1, pierce: true });
  const below = (one: typeof node): boolean =>
    one.backendNodeId === inner || [...(one.children ?? []), ...(one.shadowRoots ?? [])].some(below);
  return below(node);
}

/** A world in the page that the page has no hand in. */
async function ownWorld(session: CDPSession): Promise<number> {
  const { frameTree } = await session.send('Page.getFrameTree');
  const { executionContextId } = await session.send('Page.createIsolatedWorld', {
    frameId: frameTree.frame.id,
    worldName: 'journey',
  });
  return executionContextId;
}

/** `innerText` */
async function rendered(session: CDPSession, node: number): Promise<string> {
  const executionContextId = await ownWorld(session);
  const { object } = await session.send('DOM.resolveNode', { backendNodeId: node, executionContextId });
  const functionDeclaration = 'function () { return this.innerText ?? ""; }';
  const { result } = await session.send('Runtime.callFunctionOn', {
    objectId: object.objectId!,
    functionDeclaration,
    returnByValue: true,
  });
  return String(result.value).trim();
}
