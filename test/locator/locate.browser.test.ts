import { expect, test } from 'vitest';
import { anchor as anchorSchema } from '../../src/model/pack/anchor.ts';
import { useBrowser } from './browser.ts';

const open = useBrowser();

interface Case {
  name: string;
  page: string;
  target: string;
  /** What happens to the page between describing and looking; runs in the page. */
  change?: () => void;
  /** Where it is then; null if it is gone. */
  expected?: string | null;
}

const scramble = () => {
  for (const element of document.querySelectorAll('*')) {
    if (element.id) element.id = `x${Math.random().toString(36).slice(2)}`;
    if (element.getAttribute('class')) element.className = `css-${Math.random().toString(36).slice(2)}`;
  }
};

const cases: Case[] = [
  { name: 'a button by its name', page: 'orders', target: '#save' },
  {
    name: 'a button after the page was drawn anew',
    page: 'orders',
    target: '#save',
    change: () => document.body.replaceWith(document.body.cloneNode(true)),
    expected: '#save',
  },
  { name: 'a field whose ids and classes change at each load', page: 'orders', target: '[name=customer]', change: scramble },
  {
    name: "a row's button after the row above was removed",
    page: 'orders',
    target: '#r2 button',
    change: () => document.querySelector('#r1')!.remove(),
  },
  {
    name: "a row's button after sorting",
    page: 'orders',
    target: '#r1 button',
    change: () => document.querySelector('tbody')!.append(document.querySelector('#r1')!),
  },
  {
    name: "a row's second button after sorting",
    page: 'orders',
    target: '#r3 button + button',
    change: () => document.querySelector('tbody')!.prepend(document.querySelector('#r3')!),
  },
  {
    name: 'a button whose row was removed',
    page: 'orders',
    target: '#r2 button',
    change: () => document.querySelector('#r2')!.remove(),
    expected: null,
  },
  {
    name: 'the button of one of several cards, after another card was added before it',
    page: 'orders',
    target: '.card:nth-of-type(2) button',
    change: () => {
      const another = document.querySelector('.card')!.cloneNode(true) as Element;
      another.querySelector('h3')!.textContent = 'Open invoices';
      document.querySelector('.card')!.before(another);
    },
    expected: '.card:nth-of-type(3) button',
  },
  {
    name: 'a button that was removed',
    page: 'orders',
    target: '#save',
    change: () => document.querySelector('#save')!.remove(),
    expected: null,
  },
  { name: 'a field of a form that has fields named title and id', page: 'orders', target: '[name=title]', change: scramble },
  {
    name: 'an icon-only button by its shape, after another was added before it',
    page: 'orders',
    target: '.toolbar button:nth-child(2)',
    change: () => {
      const another = document.querySelector('.toolbar button')!.cloneNode(true) as Element;
      another.querySelector('path')!.setAttribute('d', 'M8 1v14M1 8h14');
      document.querySelector('.toolbar')!.prepend(another);
    },
    expected: '.toolbar button:nth-child(3)',
  },
  {
    name: 'an icon-only button that was removed',
    page: 'orders',
    target: '.toolbar button:nth-child(2)',
    change: () => document.querySelector('.toolbar button:nth-child(2)')!.remove(),
    expected: null,
  },
  { name: 'a field in nested shadow roots', page: 'components', target: 'x-panel >>> x-field:nth-of-type(2) >>> input' },
  { name: 'the same field in the second panel', page: 'components', target: 'x-panel:nth-of-type(2) >>> x-field >>> input' },
  { name: 'a custom element', page: 'components', target: 'x-button' },
  { name: 'a control in a frame', page: 'components', target: 'iframe >>> button' },
  { name: 'the one of two twins that is drawn', page: 'components', target: '#wide button' },
  {
    name: 'the twin that is drawn when the window becomes narrow',
    page: 'components',
    target: '#wide button',
    change: () => {
      document.querySelector<HTMLElement>('#wide')!.hidden = true;
      document.querySelector<HTMLElement>('#narrow')!.hidden = false;
    },
    expected: '#narrow button',
  },
];

for (const { name, page, target, change, expected = target } of cases)
  test(`locate ${expected ? 'finds' : 'does not find'} ${name}`, async () => {
    const tab = await open(page);
    const made = await tab.evaluate((path) => cairn.describe(cairn.pick(path)), target);
    expect(anchorSchema.safeParse(made).error).toBeUndefined();
    expect(JSON.stringify(made).length).toBeLessThan(4096);
    if (expected) await tab.evaluate((path) => cairn.pick(path).setAttribute('data-truth', ''), target);
    if (change) await tab.evaluate(change);
    const got = await tab.evaluate(
      ([anchor, path]) => {
        const located = cairn.locate(anchor, document);
        const truth = path ? cairn.pick(path) : null;
        const right = located.found && (located.element === truth || !!truth?.shadowRoot?.contains(located.element));
        return {
          found: located.found,
          right,
          why: cairn.explain(anchor, located, document),
          confidence: located.found ? located.confidence : (located.best?.confidence ?? 0),
        };
      },
      [made, expected] as const,
    );
    expect(got, JSON.stringify(got)).toMatchObject(expected ? { found: true, right: true } : { found: false });
    expect(got.why).toMatch(/^[A-Z].*\.$/s);
  });

test('an anchor written by hand finds the only control of its role and name, in any of its languages', async () => {
  const tab = await open('orders');
  const got = await tab.evaluate(() =>
    [
      { role: 'button', name: 'Save order' },
      { role: 'button', name: { de: 'Auftrag sichern', en: 'Save order' } },
      { role: 'button', name: 'Edit' },
      { role: 'button', name: 'Archive' },
      { role: 'link', name: 'Save order' },
    ].map((anchor) => {
      const located = cairn.locate(anchor, document);
      return { found: located.found, why: cairn.explain(anchor, located, document) };
    }),
  );
  expect(got.map(({ found }) => found)).toEqual([true, true, false, false, false]);
  expect(got[2]!.why).toContain('There are 3');
  expect(got[3]!.why).toContain('There is no button named “Archive”');
});

test('a control that is not drawn is reported as hidden, and the control in its place is not mistaken for it', async () => {
  const page = await open('orders');
  const got = await page.evaluate(() => {
    const target = document.querySelector('#save')!;
    const anchor = cairn.describe(target);
    const other = target.cloneNode(true) as HTMLElement;
    other.id = 'overflow';
    other.textContent = 'Mehr';
    (target as HTMLElement).style.display = 'none';
    target.textContent = 'Sichern';
    target.after(other);
    const located = cairn.locate(anchor, document);
    return { why: located.why, explanation: cairn.explain(anchor, located, document) };
  });
  expect(got).toEqual({ why: 'hidden', explanation: 'It is on this page, but not shown now.' });
});

test('locateAll never gives one element to two anchors', async () => {
  const tab = await open('orders');
  const got = await tab.evaluate(() => {
    const anchors = [...document.querySelectorAll('tbody button')].map((button) => cairn.describe(button));
    document.querySelector('#r2')!.remove();
    const located = cairn.locateAll(anchors, document);
    const found = located.flatMap((one) => (one.found ? [one.element] : []));
    return { found: located.map((one) => one.found), different: new Set(found).size === found.length };
  });
  expect(got).toEqual({ found: [true, true, false, false, true, true], different: true });
});

test('on a page in another language no control is mistaken for another, and several are found', async () => {
  const tab = await open('orders');
  const got = await tab.evaluate(() => {
    const anchors = [...document.querySelectorAll('nav a, form button, #save, #new')].map((one) => cairn.describe(one));
    const words: Record<string, string> = {
      Orders: 'Aufträge',
      Customers: 'Kunden',
      Reports: 'Berichte',
      Search: 'Suchen',
      Clear: 'Leeren',
      'Save order': 'Auftrag sichern',
      'New order': 'Neuer Auftrag',
      Edit: 'Bearbeiten',
      Delete: 'Löschen',
      Refresh: 'Aktualisieren',
      Widgets: 'Kacheln',
      Revenue: 'Umsatz',
      'Open orders': 'Offene Aufträge',
      Returns: 'Rücksendungen',
      Number: 'Nummer',
      Customer: 'Kunde',
      Amount: 'Betrag',
      Action: 'Aktion',
    };
    document.documentElement.lang = 'de';
    for (const element of document.querySelectorAll('a, button, th, h1, h2, h3'))
      element.firstChild!.nodeValue = words[element.textContent!.trim()] ?? element.firstChild!.nodeValue;
    const truth = [...document.querySelectorAll('nav a, form button, #save, #new')];
    const wrong = anchors.filter((anchor, i) => {
      const located = cairn.locate(anchor, document);
      return located.found && located.element !== truth[i];
    }).length;
    const found = anchors.filter((anchor) => cairn.locate(anchor, document).found).length;
    return { wrong, found, of: anchors.length };
  });
  expect(got.wrong).toBe(0);
  expect(got.found).toBeGreaterThanOrEqual(5);
});

test('a control recorded in two languages is found by its words in either, after it moved', async () => {
  const tab = await open('orders');
  const got = await tab.evaluate(() => {
    const german: Record<string, string> = { 'Save order': 'Auftrag sichern', 'New order': 'Neuer Auftrag', Orders: 'Aufträge' };
    const [save, other] = [cairn.pick('#save'), cairn.pick('#new')];
    for (const one of [save, other]) one.removeAttribute('id');
    const english = cairn.describe(save);
    document.documentElement.lang = 'de-AT';
    for (const element of document.querySelectorAll('a, button, h1'))
      element.firstChild!.nodeValue = german[element.textContent!.trim()] ?? element.firstChild!.nodeValue;
    const both = cairn.addLanguage(english, cairn.describe(save));
    save.before(other);
    const [alone, known] = [english, both].map((anchor) => cairn.locate(anchor, document));
    document.documentElement.lang = 'de';
    const near = cairn.locate(both, document);
    return {
      both,
      alone: alone!.found && alone!.element === save,
      known: known!.found && known!.element === save,
      near: near.found && near.element === save,
      why: [alone, known, near].map((one) => `${one!.why} ${one!.found ? one!.confidence : one!.best?.confidence}`),
    };
  });
  expect(anchorSchema.safeParse(got.both).error).toBeUndefined();
  expect(got.both.name).toEqual({ en: 'Save order', 'de-at': 'Auftrag sichern' });
  expect(got, `${got.why}`).toMatchObject({ alone: false, known: true, near: true });
});

test.each([
  ['parentElement parentNode', ''],
  ['getAttribute localName nodeType', ''],
  ['ownerDocument shadowRoot checkVisibility', ''],
  ['firstChild children host', ''],
  ['nextSibling previousSibling contentDocument', ''],
  ['assignedSlot childNodes', '', 'Orders to approve'],
  ['matches hasAttribute hasAttributes', 'tabindex="0"'],
])('a form with fields called %s hides no control, and the walk ends', async (names, own, ownText = '') => {
  const page = await open('orders');
  const found = await page.evaluate(
    ([names, own, ownText]) => {
      const fields = names.split(' ').map((name) => `<input name="${name}">`);
      document
        .querySelector('main')!
        .insertAdjacentHTML('afterbegin', `<form ${own}>${fields.join('')}${ownText}<button>Approve</button></form>`);
      const [save, approve] = ['#save', 'form button'].map((one) => document.querySelector(one)!);
      const anchor = cairn.describe(save!);
      const located = cairn.locate(anchor, document);
      const model = cairn.modelOf(document);
      cairn.updateModel(model, [save!, approve!]);
      const again = cairn.locate(anchor, document, { model });
      const named = cairn.locate({ role: 'button', name: 'Approve' }, document);
      const text = cairn.locate(cairn.describe(document.querySelector('.card p')!), document);
      return [
        ...[located, again].map((one) => one.found && one.element === save),
        !named.found || named.element === approve,
        text.found && text.element.textContent === 'This week',
      ];
    },
    [names, own, ownText] as const,
  );
  expect(found).toEqual([true, true, true, true]);
});

test.each(['form', 'img', 'iframe'])(
  'a page with a %s named after a document property hides no control, and the walk ends',
  async (tag) => {
    const page = await open('orders');
    const wrong = await page.evaluate((tag) => {
      const names = [
        'host',
        'firstChild',
        'nodeType',
        'parentNode',
        'nextSibling',
        'assignedSlot',
        'defaultView',
        'ownerDocument',
      ];
      const [main, save] = ['main', '#save'].map((one) => document.querySelector(one)!);
      const first = main!.insertBefore(document.createElement('div'), main!.firstChild);
      return names.filter((name) => {
        first.innerHTML = `<${tag} name="${name}"></${tag}>`;
        const isHidden = typeof Reflect.get(document, name) === 'object';
        const located = cairn.locate(cairn.describe(save!), document);
        return !isHidden || !located.found || located.element !== save;
      });
    }, tag);
    expect(wrong).toEqual([]);
  },
);
