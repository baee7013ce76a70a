import { expect, test } from 'vitest';
import { useBrowser } from '../browser.ts';

const open = useBrowser();

const personal = ['Ada Lovelace', 'Lovelace', 'Grace', 'Hopper', 'Brandt', 'Nordlicht', '4711', '4712', '1.200', 'example.com'];

test('nameControl withholds a name that may be data, and only such a name', async () => {
  const tab = await open('orders');
  const named = await tab.evaluate(() =>
    [
      '#save',
      '#new',
      'nav a',
      '#r1 a',
      '#r1 button',
      '.people a',
      '.people li:last-child a',
      '#ember412',
      'th',
      '.card button',
    ].map((path) => [path, cairn.nameControl(cairn.pick(path))] as const),
  );
  expect(Object.fromEntries(named)).toEqual({
    '#save': { role: 'button', name: 'Save order' },
    '#new': { role: 'button', name: 'New order' },
    'nav a': { role: 'link', name: 'Orders' },
    '#r1 a': { role: 'link', masked: true },
    '#r1 button': { role: 'button', masked: true },
    '.people a': { role: 'link', masked: true },
    '.people li:last-child a': { role: 'link', masked: true },
    '#ember412': { role: 'button', masked: true },
    th: { role: 'columnheader', name: 'Number' },
    '.card button': { role: 'button', name: 'Refresh' },
  });
});

test('a button in the only article of a page is named; one in several articles is not', async () => {
  const tab = await open('orders');
  const named = await tab.evaluate(() => {
    const card = '<article><button>Browse</button></article>';
    document.body.insertAdjacentHTML('beforeend', `<div id="lone">${card}</div><div id="several">${card}${card}</div>`);
    return ['#lone button', '#several button'].map((path) => cairn.nameControl(cairn.pick(path)));
  });
  expect(named).toEqual([
    { role: 'button', name: 'Browse' },
    { role: 'button', masked: true },
  ]);
});

test('a column heading in an ARIA grid is named; a button in a row below it is not', async () => {
  const tab = await open('orders');
  const named = await tab.evaluate(() => {
    const rows = '<div role="row"><span role="columnheader">Price</span></div><div role="row"><button>Pumps</button></div>';
    document.body.insertAdjacentHTML('beforeend', `<div id="grid" role="grid">${rows}</div>`);
    return ['#grid span', '#grid button'].map((path) => cairn.nameControl(cairn.pick(path)));
  });
  expect(named).toEqual([
    { role: 'columnheader', name: 'Price' },
    { role: 'button', masked: true },
  ]);
});

test('no anchor contains personal data of the page in letters', async () => {
  const tab = await open('orders');
  const anchors = await tab.evaluate(() =>
    [...document.querySelectorAll('a, button, input, th, h1, h2, h3')].map((element) => JSON.stringify(cairn.describe(element))),
  );
  expect(anchors.length).toBeGreaterThan(20);
  for (const anchor of anchors) for (const word of personal) expect(anchor).not.toContain(word);
});

test('an anchor of a field does not depend on what a person typed', async () => {
  const tab = await open('orders');
  const [before, after] = await tab.evaluate(() => {
    const field = document.querySelector<HTMLInputElement>('[name=customer]')!;
    const one = JSON.stringify(cairn.describe(field));
    field.value = 'secret words';
    return [one, JSON.stringify(cairn.describe(field))];
  });
  expect(after).toBe(before);
});

test('accessible names agree with the reference library on the awkward pages', async () => {
  for (const name of ['orders', 'components']) {
    const tab = await open(name);
    const pairs = await tab.evaluate(() =>
      [...document.querySelectorAll('a, button, input, th, h1, h2, h3, label')]
        .filter((one) => one.checkVisibility())
        .map((one) => [cairn.nameOf(one, cairn.roleOf(one)), cairn.computeAccessibleName(one), one.localName] as const),
    );
    for (const [own, reference, tag] of pairs)
      if (tag !== 'label' && !(tag === 'input' && own && !reference)) expect(own).toBe(reference.trim().replace(/\s+/g, ' '));
  }
});
