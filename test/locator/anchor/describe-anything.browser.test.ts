import { expect, test } from 'vitest';
import { anchor as anchorSchema } from '../../../src/model/pack/anchor.ts';
import { useBrowser } from '../browser.ts';

const open = useBrowser();

const parts = `<!doctype html><html lang="en"><body><h1>Budget</h1>
  <div class="palette"><div draggable="true" id="node" style="cursor:pointer;width:80px;height:30px"><svg id="drawing" width="10" height="10"><path id="path" d="M0 0h9v9z"/></svg></div><div draggable="true" style="width:80px;height:30px"></div></div>
  <div class="row" style="display:flex"><span>Date</span><div class="cell" id="empty" style="width:90px;height:20px"></div><div class="cell" style="width:90px;height:20px"></div><div class="cell" id="last" style="width:90px;height:20px"></div></div>
  <table id="table"><caption>Orders</caption><tr><th>Number</th><th>Amount</th></tr><tr><td>Order 1</td><td id="blank" style="width:80px;height:20px"></td></tr><tr><td>Order 2</td><td id="blank2" style="width:80px;height:20px"></td></tr></table>
  <canvas id="canvas" width="80" height="40"></canvas><img id="image" src="data:," width="20" height="20"><hr id="rule"><progress id="progress"></progress>
  <a id="zero" href="/x"><b style="float:left">Floating</b></a><label id="label"><input type="checkbox" id="check"> Ready</label>
  <button id="button"><svg width="10" height="10"><use id="use"></use><path d="M0 0h5v5z" id="icon"/></svg></button>
  <ul id="list"><li id="item">One</li><li>Two</li></ul><fieldset id="group"><legend>Contact</legend><input aria-label="Phone"></fieldset>
  <section id="region" aria-label="Totals"><p>Sum</p></section><form id="form" aria-label="Filter"><input aria-label="From"></form>
  <div role="grid" aria-label="Ledger" id="grid"><div role="row"><div role="gridcell" id="gridcell" style="width:60px;height:20px"></div></div></div>
  <video id="video" width="40" height="20"></video><div id="nested" style="padding:4px"><div><div id="deep" style="height:10px"></div></div></div></body></html>`;

test('every element that is drawn can be described, and is found again or known not to be sure', async () => {
  const page = await open('orders');
  await page.setContent(parts);
  const got = await page.evaluate(() =>
    [document.documentElement, document.body, ...document.querySelectorAll('body *')]
      .filter((one) => one.checkVisibility())
      .map((one) => {
        const anchor = cairn.describe(one);
        const located = cairn.locate(anchor, document);
        const isWrong = located.found && !located.element.contains(one) && !one.contains(located.element);
        return { what: one.id || one.localName, anchor, isWrong };
      }),
  );
  expect(got.filter(({ isWrong }) => isWrong).map(({ what }) => what)).toEqual([]);
  for (const { anchor, what } of got) expect(anchorSchema.safeParse(anchor).error, what).toBeUndefined();
  const of = (id: string) => got.find(({ what }) => what === id)!.anchor;
  expect(of('icon')).toMatchObject({ role: 'button' });
  expect(of('path')).toMatchObject({ traits: { tag: 'svg' } });
  expect(of('empty').confidence).toBeLessThanOrEqual(0.5);
  expect(of('table')).toMatchObject({ role: 'table', name: 'Orders' });
  expect(of('list')).toMatchObject({ role: 'list' });
  expect(of('group')).toMatchObject({ role: 'group', name: 'Contact' });
});

test('an element that is not drawn cannot be described', async () => {
  const page = await open('orders');
  await page.setContent('<!doctype html><div hidden><b id="b">Text</b></div>');
  expect(
    await page.evaluate(() => {
      try {
        return cairn.describe(document.querySelector('#b')!).role;
      } catch {
        return 'not drawn';
      }
    }),
  ).toBe('not drawn');
});

test.each(['table', 'list', 'group', 'region', 'form', 'grid'])(
  'a recorded %s is found again after something was put before it',
  async (id) => {
    const page = await open('orders');
    await page.setContent(parts);
    const found = await page.evaluate((id) => {
      const part = document.querySelector(`#${id}`)!;
      const anchor = cairn.describe(part);
      document.querySelector('h1')!.insertAdjacentHTML('afterend', '<p>News of <b>today</b></p>');
      const located = cairn.locate(anchor, document);
      return located.found ? located.element === part : `${located.why} ${located.best?.confidence}`;
    }, id);
    expect(found).toBe(true);
  },
);

test.each([
  [{ role: 'table', name: 'Orders' }, 'table'],
  [{ role: 'group', name: 'Contact' }, 'group'],
  [{ role: 'region', name: 'Totals' }, 'region'],
  [{ role: 'form', name: 'Filter' }, 'form'],
  [{ role: 'grid', name: 'Ledger' }, 'grid'],
  [{ role: 'list', under: 'Budget' }, 'list'],
  [{ role: 'region', name: 'Open bills' }, 'bills'],
])('an anchor by hand may be a part of the page: %j', async (anchor, id) => {
  const page = await open('orders');
  await page.setContent(parts);
  const found = await page.evaluate((anchor) => {
    document.body.insertAdjacentHTML('beforeend', '<section id="bills"><h2>Open bills</h2><p>None</p></section>');
    const located = cairn.locate(anchor, document);
    return located.found ? located.element.id : located.why;
  }, anchor);
  expect(found).toBe(id);
});
