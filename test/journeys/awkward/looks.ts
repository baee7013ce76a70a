import { expect } from 'vitest';
import { eventually } from '../harness/eventually.ts';
import type { ChromiumVisit } from './chromium-visit.ts';
import { beacon, beaconStands, button, card, launcher, silent, tipStands, walkRuns } from './proofs.ts';
import type { Rows } from './rows.ts';

/** How a page looks, and what it is looked at with. */
export const looks: Rows = {
  everywhere: [
    {
      page: 'rtl.html',
      does: 'a right-to-left page',
      shown: 'tip and walkthrough stand on the side where a line ends',
      prove: async (visit) => {
        await tipStands(visit);
        const mark = await visit.cairn.where(beacon());
        const control = await visit.asks<{ x: number }>('awkward.rect()');
        expect(mark.x).toBeLessThan(control.x + 20);
        await walkRuns(visit);
      },
    },
    {
      page: 'plain.html?scrollbar',
      does: 'scrollbars that take up room, in quirks mode and without',
      shown: 'the feedback button stands beside them and can be pressed',
      prove: async (visit) => {
        for (const path of ['/plain.html?scrollbar', '/quirks.html']) {
          await visit.go(path);
          await tipStands(visit);
          const shown = await visit.asks<number>('Math.round(visualViewport.width)');
          const { x, width } = await visit.cairn.where(launcher);
          expect(x + width).toBeLessThanOrEqual(shown);
          await visit.cairn.click(launcher);
          await visit.cairn.find(button('This confused me'));
        }
      },
    },
  ],
  chromium: [
    { page: 'vertical.html', does: 'vertical writing', shown: 'tip and walkthrough stand, themselves in lines', prove: both },
    {
      page: 'z-index.html',
      does: 'everything at z-index 2147483647',
      shown: 'tip and feedback button lie above',
      prove: reachable,
    },
    {
      page: 'transforms.html',
      does: 'a control turned, scaled, zoomed, in a scroll box in a scroll box',
      shown: 'silent while it is scrolled away; the tip stands when it is in sight',
      prove: async (visit) => {
        await silent(visit);
        await visit.asks('awkward.scroll()');
        await tipStands(visit);
        await walkRuns(visit);
        await visit.asks('awkward.scroll(true)');
        await silent(visit);
      },
    },
    { page: 'html-zoom.html', does: 'CSS zoom and transform on the root', shown: 'tip and walkthrough stand', prove: both },
    {
      page: 'plain.html?zoom',
      does: 'the browser’s own zoom, 50 % to 400 %',
      shown: 'tip stands, its card whole on screen',
      prove: zoomed,
    },
    {
      page: 'plain.html?narrow',
      does: 'a window 320 px wide',
      shown: 'tip, walkthrough and feedback fit in it',
      prove: async (visit) => {
        await visit.page.setViewportSize({ width: 320, height: 560 });
        await tipStands(visit);
        await walkRuns(visit);
        await visit.cairn.click(launcher);
        const { x, width } = await visit.cairn.where({ role: 'dialog', name: /feedback/i });
        expect(x >= 0 && x + width <= 320).toBe(true);
      },
    },
    {
      page: 'plain.html?touch',
      does: 'fingers and pens',
      shown: 'a tap opens the tip and another closes it',
      prove: async (visit) => {
        await visit.devtools.send('Emulation.setTouchEmulationEnabled', { enabled: true });
        await beaconStands(visit);
        await tap(visit);
        await visit.cairn.find(card());
        await tap(visit);
        await visit.cairn.gone(card());
        await penPress(visit);
        await visit.cairn.find(card());
        await penPress(visit);
        await visit.cairn.gone(card());
      },
    },
    {
      page: 'plain.html?print',
      does: 'print',
      shown: 'nothing of ours is printed',
      prove: async (visit) => {
        await beaconStands(visit);
        await visit.page.emulateMedia({ media: 'print' });
        await visit.cairn.gone(beacon());
        await visit.cairn.gone(launcher);
        await visit.page.emulateMedia({ media: null });
        await tipStands(visit);
      },
    },
    {
      page: 'plain.html?forced',
      does: 'forced colours',
      shown: 'tip stands and is drawn in the system’s colours',
      prove: async (visit) => {
        await visit.page.emulateMedia({ forcedColors: 'active' });
        await tipStands(visit);
        await visit.cairn.click(beacon());
        await visit.cairn.find(card());
      },
    },
    {
      page: 'plain.html?dark',
      does: 'dark, with reduced motion',
      shown: 'tip stands in dark colours; nothing moves',
      prove: async (visit) => {
        await visit.page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
        await tipStands(visit);
        await visit.cairn.click(beacon());
        await visit.cairn.find(card());
        expect(await visit.asks('document.getAnimations({ subtree: true }).length')).toBe(0);
      },
    },
  ],
};

async function both(visit: ChromiumVisit): Promise<void> {
  await tipStands(visit);
  await walkRuns(visit);
}

async function reachable(visit: ChromiumVisit): Promise<void> {
  await tipStands(visit);
  await visit.cairn.click(launcher);
  await visit.cairn.click(button('Close'));
}

/** As a person zooms: by the browser, for this site. */
async function zoomed(visit: ChromiumVisit): Promise<void> {
  try {
    for (const zoom of [0.5, 2, 4]) await standsAt(zoom, visit);
  } finally {
    await zoomTo(1, visit);
  }
  await standsAt(1, visit);
}

async function zoomTo(zoom: number, visit: ChromiumVisit): Promise<void> {
  const worker = await visit.worker();
  await worker.evaluate<void>(`chrome.tabs.query({ active: true, url: '*://127.0.0.1/plain.html*' })
    .then(([tab]) => chrome.tabs.setZoom(tab.id, ${zoom}))`);
  await eventually(
    () => visit.asks<boolean>(`Math.abs(devicePixelRatio - ${zoom}) < 0.01`),
    () => `The browser does not zoom to ${zoom}`,
  );
}

async function standsAt(zoom: number, visit: ChromiumVisit): Promise<void> {
  await zoomTo(zoom, visit);
  const [width, height] = await visit.asks<[number, number]>('[innerWidth, innerHeight]');
  await visit.asks('awkward.control().scrollIntoView({ block: "center" })');
  await beaconStands(visit);
  await visit.cairn.click(beacon());
  await visit.cairn.find(card());
  await eventually(
    async () => {
      const box = await visit.cairn.where(card());
      return box.x >= 0 && box.y >= 0 && box.x + box.width <= width && box.y + box.height <= height;
    },
    async () => `At ${zoom * 100} % the card leaves the window: ${JSON.stringify(await visit.cairn.where(card()))}`,
  );
  await visit.shows(`zoom-${zoom * 100}`);
  await visit.cairn.click(button('Close'));
  await visit.cairn.gone(card());
}

async function tap(visit: ChromiumVisit): Promise<void> {
  await visit.devtools.send('Input.dispatchTouchEvent', {
    type: 'touchStart',
    touchPoints: [await visit.cairn.pressPoint(beacon())],
  });
  await visit.devtools.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
}

async function penPress(visit: ChromiumVisit): Promise<void> {
  const at = { ...(await visit.cairn.pressPoint(beacon())), button: 'left', clickCount: 1, pointerType: 'pen' } as const;
  await visit.devtools.send('Input.dispatchMouseEvent', { ...at, type: 'mouseMoved' });
  await visit.devtools.send('Input.dispatchMouseEvent', { ...at, type: 'mousePressed' });
  await visit.devtools.send('Input.dispatchMouseEvent', { ...at, type: 'mouseReleased' });
}
