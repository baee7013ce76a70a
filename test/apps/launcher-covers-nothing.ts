import { eventually } from '../journeys/harness/eventually.ts';
import type { Box } from '../journeys/harness/surface.ts';
import type { AppJourney } from './app-journey.ts';
import { patience } from './pressing.ts';
import type { Visit } from './real-app.ts';
import type { Words } from './words.ts';

export const zoomLevels = [1, 2, 4] as const;

/** On each page of the journey the feedback button takes no press that is meant for something in the app, however large the page is shown. */
export async function launcherCoversNothing(visit: Visit, journey: AppJourney, { ours }: Words): Promise<void> {
  const launcher = { role: 'button', name: ours('launcher') };
  const pages = [...journey.tips, ...journey.controls.pages];
  for (const [at, { reach }] of pages.entries()) {
    await reach(visit);
    await visit.cairn.find(launcher);
    for (const level of zoomLevels) {
      await visit.zoom(level);
      const last: Taken = { points: 0, covered: [] };
      await eventually(
        async () => {
          // It may be drawn anew between two questions.
          const box = await visit.cairn.where(launcher).catch(() => undefined);
          if (!box) return false;
          Object.assign(last, await visit.asks<Taken>(takenIn(box)));
          // At its full size there is room for it in each of the apps.
          return last.covered.length === 0 && (last.points > 0 || level > 1);
        },
        async () =>
          `On page ${at + 1}, at ${level * 100} %, the feedback button takes presses at ${last.points} points, in place of ${last.covered.join(' and ') || 'nothing'}`,
        patience / 3,
      );
      await visit.shows(`launcher-${at + 1}-at-${level * 100}`);
    }
    await visit.zoom(1);
  }
}

/** What can be pressed, by its markup or by the pointer that the app shows there. */
const PRESSABLE = [
  'a[href], button, input, select, textarea, summary, label, [onclick], [contenteditable]:not([contenteditable=false])',
  ...['button', 'link', 'tab', 'option', 'menuitem', 'menuitemcheckbox', 'menuitemradio', 'checkbox', 'radio', 'switch'].map(
    (role) => `[role=${role}]`,
  ),
  ...['combobox', 'textbox', 'searchbox', 'slider', 'spinbutton', 'treeitem'].map((role) => `[role=${role}]`),
].join(', ');
/** Distance between two points that are tried, in CSS pixels. */
const GRID_PX = 3;

interface Taken {
  /** At how many points a press goes to Cairn. */
  points: number;
  /** What it is meant for there: descriptions, each once. */
  covered: string[];
}

/** An expression that comes to what Cairn takes in this box. */
const takenIn = ({ x, y, width, height }: Box): string => `(() => {
  const isOurs = (one) => one.matches('div[popover=manual]') && one.style.zIndex === '2147483647';
  const below = (root, x, y) => {
    const hit = root.elementsFromPoint(x, y).find((one) => one.getRootNode() === root && !isOurs(one));
    if (!hit) return undefined;
    const inner = hit.shadowRoot && below(hit.shadowRoot, x, y);
    if (inner) return inner;
    let frame = null;
    try { frame = hit.contentDocument ?? null; } catch {}
    if (!frame) return hit;
    const box = hit.getBoundingClientRect();
    return below(frame, x - box.x - hit.clientLeft, y - box.y - hit.clientTop) ?? hit;
  };
  const holder = (one) => one.closest(${JSON.stringify(PRESSABLE)}) ?? (one.getRootNode().host ? holder(one.getRootNode().host) : null);
  const isOver = (x, y) => {
    let hit = document.elementFromPoint(x, y);
    while (hit && !isOurs(hit) && hit.shadowRoot) {
      const inner = hit.shadowRoot.elementsFromPoint(x, y).find((one) => one.getRootNode() === hit.shadowRoot);
      if (!inner || inner === hit) break;
      hit = inner;
    }
    return hit !== null && isOurs(hit);
  };
  const found = new Set();
  let points = 0;
  for (let x = ${x} + 1; x < ${x + width}; x += ${GRID_PX})
    for (let y = ${y} + 1; y < ${y + height}; y += ${GRID_PX}) {
      if (x < 0 || y < 0 || x >= innerWidth || y >= innerHeight || !isOver(x, y)) continue;
      points += 1;
      const hit = below(document, x, y);
      if (!hit) continue;
      const meant = holder(hit) ?? (getComputedStyle(hit).cursor === 'pointer' ? hit : null);
      if (meant) found.add(meant.cloneNode(false).outerHTML.slice(0, 160));
    }
  return { points, covered: [...found] };
})()`;
