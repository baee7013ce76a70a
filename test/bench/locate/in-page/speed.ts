import { describe } from '../../../../src/locator/describe-control.ts';
import { locate } from '../../../../src/locator/locate.ts';
import { modelOf } from '../../../../src/locator/page-model.ts';
import { refresh } from '../../../../src/locator/refresh.ts';

/** Milliseconds of each act on a page of many nodes. */
export interface Speed {
  nodes: number;
  controls: number;
  /** The first model in a page that has never run any of it. */
  model: number[];
  /** Look-ups in a model that was just brought up to date. */
  firstLookup: number[];
  lookup: number[];
  describe: number[];
  /** Bringing a model up to date after a hundred changes. */
  refresh: number[];
}

/** A page of a business app of some 10,000 nodes: a menu, a form, and a grid with two buttons and a link in each row. */
export function largePage(): void {
  const rows = Array.from(
    { length: 620 },
    (_, i) =>
      `<tr><td><input type="checkbox"></td><td><a href="/orders/${4000 + i}">${4000 + i}</a></td><td>Customer ${i * 7}</td><td><span>Site ${i % 9}</span></td><td>${i * 13},00</td><td><div class="tools"><button type="button" class="btn edit"><span>Edit</span></button><button type="button" class="btn"><i class="icon-x"></i></button></div></td></tr>`,
  ).join('');
  const menu = Array.from({ length: 40 }, (_, i) => `<li><a href="/m/${i}"><span>Menu entry ${i}</span></a></li>`).join('');
  const fields = Array.from(
    { length: 30 },
    (_, i) => `<div class="field"><label for="f${i}">Field number ${i}</label><input id="f${i}" name="field-${i}"></div>`,
  ).join('');
  document.documentElement.innerHTML = `<body><nav><ul>${menu}</ul></nav><main><h1>Orders</h1><form>${fields}<button>Save</button></form><table><thead><tr><th></th><th>Number</th><th>Customer</th><th>Site</th><th>Amount</th><th>Action</th></tr></thead><tbody>${rows}</tbody></table></main></body>`;
  document.body.getBoundingClientRect();
}

/** A hundred changes as apps make them: words, classes, a row that goes and one that comes. */
function change(round: number): void {
  const rows = [...document.querySelectorAll('tbody tr')];
  for (let i = 0; i < 25; i++) {
    const row = rows[(round * 97 + i * 23) % rows.length]!;
    row.children[2]!.firstChild!.nodeValue = `Customer ${round} ${i}`;
    row.querySelector('button')!.classList.toggle('busy');
    const other = rows[(round * 31 + i * 17 + 5) % rows.length]!;
    if (other !== row) other.after(row.cloneNode(true));
    document.querySelector('tbody')!.lastElementChild!.remove();
  }
}

/** How long each act takes on the large page, from the first on. */
export function speedOfLargePage(): Speed {
  largePage();
  const speed: Speed = {
    nodes: document.querySelectorAll('*').length,
    controls: 0,
    model: [],
    firstLookup: [],
    lookup: [],
    describe: [],
    refresh: [],
  };
  const timed = <T>(into: number[], act: () => T): T => {
    const start = performance.now();
    const made = act();
    into.push(performance.now() - start);
    return made;
  };
  let model = timed(speed.model, () => modelOf(document));
  speed.controls = model.seen.length;
  const targets = model.seen.filter((_, i) => i % 67 === 0).slice(0, 40);
  const anchors = targets.map(({ element }) => timed(speed.describe, () => describe(element, model)));
  for (const anchor of anchors) timed(speed.lookup, () => locate(anchor, document, { model }));
  const observer = new MutationObserver(() => {});
  observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  for (let round = 0; round < 10; round++) {
    change(round);
    // Styles and layout are the page's own work; a browser does it before it is idle.
    document.body.getBoundingClientRect();
    const records = observer.takeRecords();
    model = timed(speed.refresh, () => refresh(model, records))!;
    timed(speed.firstLookup, () => locate(anchors[20]!, document, { model }));
  }
  observer.disconnect();
  return speed;
}
