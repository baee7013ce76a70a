import { expect, test } from 'vitest';
import { useBrowser } from '../browser.ts';

const open = useBrowser();

test('a control is observed with its number among those of its role in the nearest part of the page', async () => {
  const tab = await open('orders');
  const observed = await tab.evaluate(() => {
    document.body.innerHTML = `
      <main>
        <form id="address">
          <h2>Address</h2>
          <button>Search</button><a href="#help">Help</a><button hidden>Ghost</button><button>Check</button>
          <fieldset><legend>Delivery</legend><button id="inside">Choose</button></fieldset>
          <button id="third">Save</button>
        </form>
        <section aria-label="Totals"><button id="only">Refresh</button></section>
        <div id="host"></div><a id="link" href="#a">More</a>
      </main><button id="outside">Send</button>`;
    const shadow = document.querySelector('#host')!.attachShadow({ mode: 'open' });
    shadow.innerHTML =
      '<div role="toolbar" aria-label="Tools"><slot></slot><button>Undo</button><button id="redo">Redo</button></div>';
    const memory = { typed: [], chosen: [], pressed: [] };
    return ['#third', '#inside', '#only', '#host >>> #redo', '#link', '#outside'].map(
      (path) => [path, cairn.observeControl(cairn.pick(path), memory).position] as const,
    );
  });
  expect(Object.fromEntries(observed)).toEqual({
    '#third': { nth: 4, of: 4, within: { role: 'form', name: 'Address' } },
    '#inside': { nth: 1, of: 1, within: { role: 'group', name: 'Delivery' } },
    '#only': { nth: 1, of: 1, within: { role: 'region', name: 'Totals' } },
    '#host >>> #redo': { nth: 2, of: 2, within: { role: 'toolbar', name: 'Tools' } },
    '#link': { nth: 2, of: 2, within: { role: 'main', name: 'Address' } },
    '#outside': { nth: 8, of: 8 },
  });
});

test('what a person typed does not come back as the name of the part of the page', async () => {
  const tab = await open('orders');
  const within = await tab.evaluate(() => {
    document.body.innerHTML = '<form aria-label="Results for Jane Roe"><button id="go">Go</button></form>';
    const memory = { typed: ['Jane Roe'], chosen: [], pressed: [] };
    return cairn.observeControl(cairn.pick('#go'), memory).position?.within;
  });
  expect(within).toEqual({ role: 'form', masked: true });
});

test('a part of a page that is too large to count gives no position', async () => {
  const tab = await open('orders');
  const position = await tab.evaluate(() => {
    document.body.innerHTML = `<main>${'<i></i>'.repeat(4000)}<button id="go">Go</button></main>`;
    return cairn.observeControl(cairn.pick('#go'), { typed: [], chosen: [], pressed: [] }).position ?? null;
  });
  expect(position).toBeNull();
});
