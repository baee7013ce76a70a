import type { Page } from 'puppeteer-core';
import { AFTER_TWO_FRAMES } from './after-two-frames.ts';
import { type Bidi, type BidiNode, bidiOf, contextOf, SANDBOX } from './bidi.ts';
import { eventually, PATIENCE_MS } from './eventually.ts';
import { IS_READY } from './is-ready.ts';
import { type Box, describeQuery, type ElementQuery, type Point, type Surface } from './surface.ts';
import { withForm } from './with-form.ts';

/** What Cairn draws over the page, with the form in it. */
export const overlaySurface = (page: Page, within = PATIENCE_MS): Surface =>
  withForm(closedSurface(page, within), extensionFrame(page, within), within);

/** What lies in the closed shadow roots of the page: the browser shows them to WebDriver, and to nobody in the page. */
function closedSurface(page: Page, within: number): Surface {
  const bidi = bidiOf(page.browser());
  const context = contextOf(page);
  return surface(bidi, {
    called: `the overlay at ${page.url()}`,
    context: async () => context,
    roots: () => bidi.closedRoots(context),
    within,
  });
}

/** The extension's own frame in the page, wherever it hangs. Puppeteer keeps an old address for it, so the browser is asked. */
export function extensionFrame(page: Page, within = PATIENCE_MS): Surface {
  const bidi = bidiOf(page.browser());
  const context = async () => {
    const [top] = await bidi.contexts(contextOf(page));
    return top?.children?.find(({ url }) => url.startsWith('moz-extension://'))?.context;
  };
  return surface(bidi, { called: `the extension's frame in ${page.url()}`, context, roots: async () => undefined, within });
}

type SurfaceOptions = {
  called: string;
  context: () => Promise<string | undefined>;
  /** Where to look; undefined for the whole document. */
  roots: () => Promise<BidiNode[] | undefined>;
  /** How long to wait, in ms. */
  within: number;
};

type FoundNode = { context: string; node: BidiNode };

function surface(bidi: Bidi, { called: description, context, roots, within }: SurfaceOptions): Surface {
  const findNow = async (sought: ElementQuery): Promise<FoundNode | undefined> => {
    const inside = await context();
    const startNodes = inside === undefined ? [] : await roots();
    if (inside === undefined || startNodes?.length === 0) return undefined;
    const node = await located(bidi, inside, sought, startNodes).catch(ignoreIfGone);
    return node && { context: inside, node };
  };
  const readText = async () => {
    const inside = await context();
    if (inside === undefined) return '';
    const given = await roots();
    if (given?.length === 0) return '';
    return (await bidi.call<string>(inside, RENDERED_TEXT, given ?? [], SANDBOX).catch(ignoreIfGone)) ?? '';
  };
  const find = (sought: ElementQuery) =>
    eventually(
      () => findNow(sought),
      async () => `No ${describeQuery(sought)} in ${description}; there: ${JSON.stringify(await readText())}`,
      within,
    );
  const pressable = async (sought: ElementQuery) => {
    await find(sought);
    return eventually(
      async () => {
        const now = await findNow(sought);
        const point =
          now && (await bidi.call<string>(now.context, STABLE_MIDDLE, [now.node, String(within)], SANDBOX).catch(ignoreIfGone));
        return point ? { ...now, point: JSON.parse(point) as Point } : undefined;
      },
      () =>
        `${describeQuery(sought)} is in ${description}, but outside the window, in a hidden tab, still moving, under something else, or not ready for a press`,
      within,
    );
  };
  const click = async (sought: ElementQuery) => {
    const found = await pressable(sought);
    await bidi.press(found.context, found.point);
    return found.context;
  };
  return {
    find: async (sought) => void (await find(sought)),
    exists: async (sought) => (await findNow(sought)) !== undefined,
    gone: async (sought) =>
      void (await eventually(
        async () => !(await findNow(sought)),
        () => `${describeQuery(sought)} is still in ${description}`,
        within,
      )),
    pressPoint: async (sought) => (await pressable(sought)).point,
    click: async (sought) => void (await click(sought)),
    type: async (sought, typed) => void (await bidi.keys(await click(sought), typed)),
    where: async (sought) => {
      const { context: inside, node } = await find(sought);
      return JSON.parse(await bidi.call<string>(inside, BOUNDING_BOX, [node], SANDBOX)) as Box;
    },
    text: async (sought) => {
      if (!sought) return readText();
      const { context: inside, node } = await find(sought);
      return bidi.call<string>(inside, RENDERED_TEXT, [node], SANDBOX);
    },
  };
}

/** What was asked about may go with its page between two questions, in Firefox's own words for it: then it is not there now. */
function ignoreIfGone(fault: Error): undefined {
  if (!/no such (node|frame|element)|documentAccessible is null/.test(fault.message)) throw fault;
}

/** BiDi finds by whole names only. For a pattern the name is guessed, and the browser must then find the same thing by that name. */
async function located(
  bidi: Bidi,
  context: string,
  { role, name }: ElementQuery,
  startNodes: BidiNode[] | undefined,
): Promise<BidiNode | undefined> {
  if (!(name instanceof RegExp)) return (await bidi.locate(context, { role, name, startNodes }))[0];
  for (const node of await bidi.locate(context, { role, startNodes })) {
    const guess = await bidi.call<string>(context, GUESS_NAME, [node], SANDBOX);
    if (!name.test(guess)) continue;
    const named = await bidi.locate(context, { role, name: guess, startNodes });
    if (named.some(({ sharedId }) => sharedId === node.sharedId)) return node;
  }
  return undefined;
}

const GUESS_NAME = `(element) => {
  const byId = (id) => element.getRootNode().getElementById(id)?.textContent ?? '';
  const labelledby = (element.getAttribute('aria-labelledby') ?? '').split(/\\s+/).filter(Boolean).map(byId).join(' ');
  const labels = [...(element.labels ?? [])].map((label) => label.textContent).join(' ');
  const name = labelledby || element.getAttribute('aria-label') || labels || element.innerText || element.title || '';
  return name.replace(/\\s+/g, ' ').trim();
}`;

/** The middle of where it is drawn, when it rests there for two frames and a press there reaches it; else an empty string. */
const STABLE_MIDDLE = `async (element, within) => {
  const centre = () => {
    const { x, y, width, height } = element.getBoundingClientRect();
    return { x: Math.round(x + width / 2), y: Math.round(y + height / 2) };
  };
  // A shadow root answers for what is in it alone, so its host is asked after as well.
  const reached = (one, at) => {
    const hit = one.getRootNode().elementFromPoint(at.x, at.y);
    return (hit === one || one.contains(hit)) && (one.getRootNode().host ? reached(one.getRootNode().host, at) : true);
  };
  // As a person scrolls a card to what they want to press.
  if (!reached(element, centre())) element.scrollIntoView({ block: 'center' });
  const before = centre();
  if (!(await (${AFTER_TWO_FRAMES})(Number(within)))) return '';
  const after = centre();
  return before.x === after.x && before.y === after.y && reached(element, after) && (${IS_READY})(element) ? JSON.stringify(after) : '';
}`;

const BOUNDING_BOX = `(element) => JSON.stringify(element.getBoundingClientRect())`;

const RENDERED_TEXT = `(...roots) => (roots.length ? roots : [document.body])
  .flatMap((root) => (root.host ? [...root.children].filter(({ localName }) => localName !== 'style') : [root]))
  .map((element) => (element.innerText ?? '').trim())
  .filter(Boolean)
  .join('\\n')`;
