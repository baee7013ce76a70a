import { methods } from './methods.ts';

/** Milliseconds of each act on a page of many nodes. */
export interface Speed {
  nodes: number;
  /** What is read of the page before anything is looked for, in a page that has never run any of it. */
  first: number[];
  describe: number[];
  lookup: number[];
  /** What is read of the page after a hundred changes, and the first look-up then. */
  update: number[];
  firstLookup: number[];
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

/** How long each act of a method takes on the large page, from the first on, for so many controls spread over the page. */
export function speedOfLargePage(name: string, count: number): Speed {
  const { describe, model, find } = methods[name]!;
  largePage();
  const all = [...document.querySelectorAll('a, button, input')];
  const targets = Array.from({ length: count }, (_, i) => all[Math.floor((i * all.length) / count)]!);
  const speed: Speed = {
    nodes: document.querySelectorAll('*').length,
    first: [],
    describe: [],
    lookup: [],
    update: [],
    firstLookup: [],
  };
  const timed = <T>(into: number[], act: () => T): T => {
    const start = performance.now();
    const made = act();
    into.push(performance.now() - start);
    return made;
  };
  let read = timed(speed.first, model);
  const anchors = targets.map((element) => timed(speed.describe, () => describe(element, read)));
  for (const anchor of anchors) timed(speed.lookup, () => find(anchor as never, read));
  for (let round = 0; round < 10; round++) {
    change(round);
    // Styles and layout are the page's own work; a browser does it before it is idle.
    document.body.getBoundingClientRect();
    read = timed(speed.update, model);
    timed(speed.firstLookup, () => find(anchors[count >> 1] as never, read));
  }
  return speed;
}
