import { expect, test } from 'vitest';
import { useBrowser } from '../browser.ts';

const open = useBrowser();

/** Changes the page at random, a few hundred times; each time the updated model must equal one made anew. */
test.each(['orders', 'components'])(
  'on the page "%s" a model updated by mutation records equals one made anew, after random changes',
  async (name) => {
    const page = await open(name);
    const differs = await page.evaluate(() => {
      let seed = 7;
      const random = (below: number) => {
        seed = (seed * 1103515245 + 12345) & 0x7fffffff;
        return (seed >> 8) % below;
      };
      const observer = new MutationObserver(() => {});
      const observe = (root: Node) =>
        observer.observe(root, { subtree: true, childList: true, attributes: true, characterData: true });
      const numbers = new Map<Element, number>();
      const numberOf = (element: Element) => numbers.set(element, numbers.get(element) ?? numbers.size).get(element);
      const snapshotOf = (model: ReturnType<typeof cairn.modelOf>) => ({
        seen: model.candidates.map(({ element, role, landmark, label, section, precedingText }) => [
          numberOf(element),
          role,
          landmark,
          label,
          `${section} ${precedingText}`,
        ]),
        all: model.controls.length,
        nodes: model.nodes.map((one) => {
          if (one.kind === 'text') return one.node.data;
          return one.kind === 'control' ? [one.index, numberOf(one.element)] : [one.index, one.size];
        }),
      });
      const elements = () => {
        const all = [...cairn.modelOf(document).roots].flatMap((root) => [
          ...root.querySelectorAll('body *, :host > *, div, tr'),
        ]);
        return all.filter((one) => !/^(script|style)$/.test(one.localName));
      };
      document.head.insertAdjacentHTML('beforeend', '<style>.away { display: none }</style>');
      const initialHtml = document.body.innerHTML;
      const model = cairn.modelOf(document);
      model.roots.forEach(observe);
      // Roots of shadow trees hold what is in them, too.
      const isApart = (one: Node | null, other: Node): boolean =>
        !one || (one !== other && isApart(one.parentNode ?? (one as ShadowRoot).host ?? null, other));
      let putBack: (() => void) | undefined;
      const acts: ((one: Element, other: Element) => void)[] = [
        (one) => one.remove(),
        (one, other) => one.append(other.cloneNode(true)),
        (one, other) => isApart(one, other) && one.before(other),
        (one) => one.setAttribute('role', ['navigation', 'button', 'heading', 'main', 'none'][random(5)]!),
        (one) => one.setAttribute('tabindex', '0'),
        (one) => one.prepend('Words '),
        (one) => one.prepend(document.createElement('h2')),
        (one) => one.prepend(Object.assign(document.createElement('h3'), { textContent: `Part ${'abcdefgh'[random(8)]}` })),
        (one) => one.classList.toggle('away'),
        (one) => {
          const text = [...one.childNodes].find((node) => node.nodeType === 3);
          if (text) text.nodeValue = ['', ' ', 'Sent ', 'Received '][random(4)]!;
        },
        (one) => {
          const { parentNode, nextSibling } = one;
          one.remove();
          putBack = () => parentNode!.insertBefore(one, nextSibling);
        },
      ];
      for (let round = 0; round < 300; round++) {
        const all = elements();
        if (all.length < 20) document.body.innerHTML = initialHtml;
        else if (putBack) putBack();
        else for (let i = random(3); i >= 0; i--) acts[random(acts.length)]!(all[random(all.length)]!, all[random(all.length)]!);
        if (round % 2) putBack = undefined;
        cairn.updateModel(model, cairn.alteredNodes(observer.takeRecords()));
        model.roots.forEach(observe);
        const [is, should] = [JSON.stringify(snapshotOf(model)), JSON.stringify(snapshotOf(cairn.modelOf(document)))];
        if (is !== should) return { round, is, should };
      }
      return null;
    });
    expect(differs).toBeNull();
  },
);

test('an updated model has a control that a CSS rule shows or hides far from the change', async () => {
  const page = await open('orders');
  const counts = await page.evaluate(() => {
    document.body.insertAdjacentHTML(
      'beforeend',
      '<style>#menu { display: none } .open + #menu { display: block }</style><b id="switch"></b><div id="menu"><p><span>1</span><span>2</span><span>3</span><button>Archive</button></p></div>',
    );
    const isIn = (model: ReturnType<typeof cairn.modelOf>) => model.candidates.some(({ label }) => label === 'Archive');
    const mark = document.querySelector('#switch')!;
    const model = cairn.modelOf(document);
    return ['open', 'shut', 'open'].map((name) => {
      mark.className = name;
      cairn.updateModel(model, [mark]);
      return isIn(model);
    });
  });
  expect(counts).toEqual([true, false, true]);
});

test('a model of more nodes than one call can take as arguments can be updated', async () => {
  const page = await open('orders');
  const counts = await page.evaluate(() => {
    const line = '<p>Order <a href="/orders/7">7</a> of <a href="/customers/8">Ada Lovelace</a> is due</p>';
    const box = document.body.appendChild(document.createElement('div'));
    box.innerHTML = line.repeat(30_000);
    const model = cairn.modelOf(document);
    const other = document.body.appendChild(document.createElement('button'));
    cairn.updateModel(model, [document.body]);
    const last = model.controls.at(-1)?.element;
    box.children[10_000]!.insertAdjacentHTML('afterend', line);
    cairn.updateModel(model, [box]);
    const anew = cairn.modelOf(document);
    return [
      last === other,
      model.nodes.length > 200_000,
      model.nodes.length === anew.nodes.length,
      model.controls.length === anew.controls.length,
    ];
  });
  expect(counts).toEqual([true, true, true, true]);
});

test('an updated model reads the words of a changed text again, and of no other', async () => {
  const page = await open('orders');
  const words = await page.evaluate(() => {
    const [first, second] = ['Alpha', 'Beta'].map((name) => document.body.appendChild(document.createTextNode(name)));
    const model = cairn.modelOf(document);
    const textNodeOf = (text: Node | undefined) =>
      model.nodes.flatMap((one) => (one.kind === 'text' && one.node === text ? one : []))[0]!;
    for (const one of [first, second]) textNodeOf(one).hashes = [1];
    first!.data = 'Gamma';
    cairn.updateModel(model, [first!]);
    return [first, second].map((one) => textNodeOf(one).hashes?.length ?? 0);
  });
  expect(words).toEqual([0, 1]);
});

test('the section of a control is the last drawn heading before it, in a new model and in an updated one', async () => {
  const page = await open('orders');
  const sections = await page.evaluate(() => {
    document.body.innerHTML =
      '<style>.away { display: none }</style><h2>Orders</h2><h3 class="away">Drafts</h3><p><button>Send</button></p>';
    const sectionIn = (model: ReturnType<typeof cairn.modelOf>) =>
      `${model.candidates.find(({ label }) => label === 'Send')!.section}`;
    const model = cairn.modelOf(document);
    const hidden = sectionIn(model);
    const heading = document.querySelector('h3')!;
    heading.className = '';
    cairn.updateModel(model, []);
    const shown = sectionIn(model);
    heading.remove();
    const alone = sectionIn(cairn.modelOf(document));
    return { hidden: hidden === alone, shown: shown !== alone };
  });
  expect(sections).toEqual({ hidden: true, shown: true });
});
