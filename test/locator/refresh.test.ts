import { expect, test } from 'vitest';
import { useBrowser } from './browser.ts';

const open = useBrowser();

/** Changes of many kinds to the page at hand, chosen by chance from a seed. */
const change = ([seed, count]: readonly [number, number]) => {
  let state = seed;
  const random = (below: number) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  const all = [
    ...document.querySelectorAll('body *'),
    ...cairn.rootsIn(document).flatMap((root) => [...root.querySelectorAll(':not(html, head, head *)')]),
  ];
  const lone = document.body.appendChild(document.createElement('section'));
  const one = () => all[random(all.length)] ?? lone;
  const words = ['Order', 'Invoice', 'Edit', 'Delete', 'Item 4711', 'Open', ''];
  const classes = ['shut', 'covers', 'plain', 'btn primary', ''];
  const made = [
    () => Object.assign(document.createElement('button'), { textContent: words[random(6)] }),
    () => Object.assign(document.createElement('h3'), { textContent: words[random(6)] }),
    () =>
      Object.assign(document.createElement('p'), {
        innerHTML: `${words[random(6)]} <a href="/x${random(99)}">${words[random(6)]}</a>`,
      }),
    () => Object.assign(document.createElement('label'), { htmlFor: `f${random(4)}`, textContent: words[random(6)] }),
    () => Object.assign(document.createElement('input'), { id: `f${random(4)}`, name: words[random(6)] }),
    () =>
      Object.assign(document.createElement('tr'), { innerHTML: `<td>${words[random(6)]}</td><td><button>Edit</button></td>` }),
    () => document.createTextNode(words[random(7)]!),
    () => {
      const host = document.createElement('div');
      host.attachShadow({ mode: 'open' }).innerHTML =
        '<h4>Inner</h4><button>In shadow</button><slot></slot><slot name="end"></slot>';
      host.append(document.createElement('a'), words[random(6)]!);
      return host;
    },
  ];
  const acts = [
    () => one().remove(),
    () => one().append(made[random(made.length)]!()),
    () => one().before(made[random(made.length)]!()),
    () => one().append(one().cloneNode(true)),
    () => {
      const [moved, into] = [one(), one()];
      if (!moved.contains(into)) into.prepend(moved);
    },
    () => one().setAttribute('class', classes[random(classes.length)]!),
    () => one().toggleAttribute('hidden'),
    () => one().setAttribute('aria-label', words[random(7)]!),
    () => one().setAttribute('role', ['button', 'heading', 'row', 'navigation', ''][random(5)]!),
    () => one().setAttribute('slot', ['end', ''][random(2)]!),
    () => one().setAttribute('id', `f${random(4)}`),
    () => one().setAttribute('tabindex', '0'),
    () => {
      const text = [...one().childNodes].find((node) => node.nodeType === 3);
      if (text) text.nodeValue = words[random(7)]!;
    },
  ];
  for (let i = 0; i < count; i++)
    try {
      acts[random(acts.length)]!();
    } catch (fault) {
      // An element cannot be put into itself, nor beside the top of a document.
      if ((fault as Error).name !== 'HierarchyRequestError') throw fault;
    }
};

for (const page of ['orders', 'components'])
  test(`a model kept up to date is the model made anew, whatever happens to the page: ${page}`, async () => {
    let tab = await open(page);
    for (let round = 1; round <= 40; round++) {
      // What happened before makes a page emptier, or larger.
      if (round % 8 === 0) tab = await open(page);
      await tab.addStyleTag({ content: '.shut { display: none } .covers > * { display: none } .shut + p { display: none }' });
      const differs = await tab.evaluate(
        ([text, seed, count]) => {
          const act = new Function(`return ${text}`)() as (given: readonly [number, number]) => void;
          const observer = new MutationObserver(() => {});
          let model = cairn.modelOf(document);
          const watchAll = () => {
            for (const root of model.page.roots)
              observer.observe(root, { subtree: true, childList: true, attributes: true, characterData: true });
          };
          watchAll();
          model.seen.map(cairn.factsOf);
          for (let step = 0; step < 4; step++) {
            act([seed * 100 + step, count]);
            model = cairn.refresh(model, observer.takeRecords())!;
            watchAll();
            const kept = model.seen.map((seen) => JSON.stringify(cairn.factsOf(seen)));
            const anew = cairn.modelOf(document).seen.map((seen) => JSON.stringify(cairn.factsOf(seen)));
            const at = anew.findIndex((facts, i) => facts !== kept[i]);
            if (at >= 0 || kept.length !== anew.length)
              return { step, lengths: [kept.length, anew.length], kept: kept.at(at), anew: anew.at(at) };
          }
          observer.disconnect();
          return undefined;
        },
        [change.toString(), round, [1, 3, 12, 100][round % 4]!] as const,
      );
      expect(differs, `seed ${round}`).toBeUndefined();
    }
  });
