import { expect, test } from 'vitest';
import { useBrowser } from './browser.ts';

const open = useBrowser();

test('watch reports when a control is found, removed, added again and becomes another one', async () => {
  const tab = await open('orders');
  const states = await tab.evaluate(async () => {
    const states: string[] = [];
    let onReport = () => {};
    const lifetime = new AbortController();
    const anchors = [cairn.describe(cairn.pick('#save')), cairn.describe(cairn.pick('#new'))];
    document.querySelector('#new')!.remove();
    const reported = (state: string) =>
      new Promise<void>((done) => {
        onReport = () => states.at(-1) === state && done();
        onReport();
      });
    cairn.watch({
      anchors,
      page: document,
      lifetime: lifetime.signal,
      patienceMs: 2000,
      onChange(all) {
        states.push(all.map(({ state }) => state).join(' '));
        onReport();
      },
    });
    await reported('found missing');
    const again = Object.assign(document.createElement('button'), { type: 'button', textContent: 'New order', id: 'new' });
    document.querySelector('main')!.append(again);
    await reported('found found');
    again.remove();
    await reported('found gone');
    document.querySelector('#save')!.textContent = 'Save this order';
    const other = Object.assign(document.createElement('a'), { href: '/help', textContent: 'Help' });
    document.querySelector('#save')!.replaceWith(other);
    await reported('gone gone');
    lifetime.abort();
    return states;
  });
  expect(states).toEqual(['found looking', 'found missing', 'found found', 'found gone', 'gone gone']);
});

test('watch still finds a control whose name changed a little', async () => {
  const tab = await open('orders');
  const states = await tab.evaluate(async () => {
    const states: string[] = [];
    const lifetime = new AbortController();
    const save = document.querySelector('#save')!;
    const renamed = new Promise<void>((done) => {
      cairn.watch({
        anchors: [cairn.describe(save)],
        page: document,
        lifetime: lifetime.signal,
        onChange([one]) {
          states.push(one!.state);
          if (states.length === 1) save.textContent = 'Save this order';
          else done();
        },
      });
    });
    await renamed;
    lifetime.abort();
    return states;
  });
  expect(states).toEqual(['found', 'found']);
});

test('watch reads a page that does not change only once', async () => {
  const tab = await open('orders');
  const readings = await tab.evaluate(async () => {
    let readings = 0;
    const lifetime = new AbortController();
    const anchors = [cairn.describe(cairn.pick('#save'))];
    const query = document.querySelectorAll.bind(document);
    // Each first walk over a page asks once which elements are marked by a role.
    document.querySelectorAll = (selector: string) => {
      if (selector.startsWith('[role]')) readings++;
      return query(selector);
    };
    await new Promise<void>((done) => {
      cairn.watch({ anchors, page: document, lifetime: lifetime.signal, onChange: ([one]) => one!.found && done() });
    });
    // The browser is idle over and over, for longer than any pause of the idle task.
    for (let i = 0; i < 20; i++) {
      await new Promise((done) => setTimeout(done, 50));
      await new Promise((done) => requestIdleCallback(done));
    }
    lifetime.abort();
    return readings;
  });
  expect(readings).toBe(1);
});

test('after its lifetime watch leaves no listener, observer, timer or idle slice behind', async () => {
  const tab = await open('orders');
  const left = await tab.evaluate(async () => {
    const live = { listeners: 0, observers: 0 };
    const add = EventTarget.prototype.addEventListener;
    EventTarget.prototype.addEventListener = function (
      type: string,
      listener: never,
      options?: AddEventListenerOptions | boolean,
    ) {
      if (!(this instanceof AbortSignal)) {
        live.listeners++;
        (options as AddEventListenerOptions)?.signal?.addEventListener('abort', () => live.listeners--);
      }
      return add.call(this, type, listener, options);
    };
    const Original = MutationObserver;
    const observing = new Set<MutationObserver>();
    globalThis.MutationObserver = class extends Original {
      override observe(target: Node, options?: MutationObserverInit) {
        observing.add(this);
        live.observers = observing.size;
        super.observe(target, options);
      }
      override disconnect() {
        observing.delete(this);
        live.observers = observing.size;
        super.disconnect();
      }
    };
    const timers = new Set<number>();
    const [set, clear] = [window.setTimeout.bind(window), window.clearTimeout.bind(window)];
    window.setTimeout = ((act: () => void, ms: number) => {
      const id = set(() => {
        timers.delete(id);
        act();
      }, ms);
      timers.add(id);
      return id;
    }) as never;
    window.clearTimeout = ((id: number) => {
      timers.delete(id);
      clear(id);
    }) as never;
    let pendingSlices = 0;
    const request = window.requestIdleCallback.bind(window);
    window.requestIdleCallback = (slice, options) => {
      pendingSlices++;
      return request((deadline) => {
        pendingSlices--;
        slice(deadline);
      }, options);
    };

    const anchors = [cairn.describe(cairn.pick('#save'))];
    const lifetime = new AbortController();
    let calls = 0;
    await new Promise<void>((found) => {
      const onChange = () => {
        calls++;
        found();
      };
      cairn.watch({ anchors, page: document, lifetime: lifetime.signal, onChange });
    });
    const during = { ...live, calls };
    lifetime.abort();
    const after = { ...live, timers: timers.size };

    // Another watch hears of the next change; the one that ended does nothing about it.
    const witness = new AbortController();
    await new Promise<void>((gone) => {
      const onChange = ([one]: { state: string }[]) => {
        if (one!.state === 'found') document.querySelector('#save')!.remove();
        else gone();
      };
      cairn.watch({ anchors, page: document, lifetime: witness.signal, onChange });
    });
    witness.abort();
    return { during, after, calls, live: { ...live, timers: timers.size, pendingSlices } };
  });
  expect(left.during).toMatchObject({ observers: 1, calls: 1 });
  expect(left.during.listeners).toBeGreaterThan(0);
  expect(left.after).toEqual({ listeners: 0, observers: 0, timers: 0 });
  expect(left.calls).toBe(1);
  expect(left.live).toEqual({ listeners: 0, observers: 0, timers: 0, pendingSlices: 0 });
});

test('watch finds a control of an app that begins as an empty page, once the app has drawn itself', async () => {
  const tab = await open('orders');
  const states = await tab.evaluate(async () => {
    const states: string[] = [];
    const lifetime = new AbortController();
    const anchors = [cairn.describe(cairn.pick('#save'))];
    const children = [...document.body.childNodes];
    document.body.replaceChildren();
    await new Promise<void>((found) => {
      const onChange = ([one]: { state: string }[]) => {
        states.push(one!.state);
        if (one!.state === 'looking') document.body.append(...children);
        else found();
      };
      cairn.watch({ anchors, page: document, lifetime: lifetime.signal, onChange });
    });
    lifetime.abort();
    return states;
  });
  expect(states).toEqual(['looking', 'found']);
});

test('watch finds a control that style alone shows after a click, without any mutation of the page', async () => {
  const tab = await open('orders');
  await tab.evaluate(() => {
    document.body.insertAdjacentHTML(
      'beforeend',
      '<style>#part { display: none } #more:checked ~ #part { display: block }</style><input type="checkbox" id="more"><div id="part"><button>Archive</button></div>',
    );
    const states: string[] = [];
    Object.assign(globalThis, { states });
    const onChange = ([one]: { state: string }[]) => void states.push(one!.state);
    const { signal } = new AbortController();
    cairn.watch({ anchors: [{ role: 'button', name: 'Archive' }], page: document, lifetime: signal, onChange });
  });
  await tab.waitForFunction('states.at(-1) === "looking"');
  await tab.locator('#more').click();
  await tab.waitForFunction('states.at(-1) === "found"');
  expect(await tab.evaluate('states')).toEqual(['looking', 'found']);
});

test('on a page that never rests, watch reads nothing while its budget is spent and nobody waits, and goes on after that', async () => {
  const tab = await open('orders');
  const { changes, whileSpent } = await tab.evaluate(async () => {
    document.body.insertAdjacentHTML(
      'beforeend',
      `<table><tbody>${'<tr><td>Order</td><td><button>Open</button></td></tr>'.repeat(400)}</tbody></table>`,
    );
    const rows = document.querySelector('table:last-of-type tbody')!;
    let changes = 0;
    const turn = () => {
      for (let i = 0; i < 10; i++) rows.append(rows.firstElementChild!.cloneNode(true), rows.firstElementChild!);
      while (rows.children.length > 400) rows.firstElementChild!.remove();
      changes += 30;
      requestAnimationFrame(turn);
    };
    turn();
    const { states } = Object.assign(globalThis, { states: [] as string[] });
    let isSpent = false;
    let chargedAt = 0;
    const charge = () => {
      chargedAt = performance.now();
    };
    Object.assign(cairn.locatorBudget, { charge, waitMs: () => (isSpent ? 12_000 : 0) });
    await new Promise<void>((done) => {
      cairn.watch({
        anchors: [{ role: 'button', name: 'Absent' }],
        page: document,
        lifetime: new AbortController().signal,
        onChange: ([one]) => done(void states.push(one!.state)),
      });
    });
    // Nobody waits any more two seconds after the person came to the page.
    await new Promise((done) => setTimeout(done, 2100));
    isSpent = true;
    chargedAt = performance.now();
    // What was under way or due ends first: then nothing is charged any more, for twelve seconds.
    while (performance.now() - chargedAt < 3000) await new Promise((done) => setTimeout(done, 50));
    document.body.insertAdjacentHTML('afterbegin', '<button>Absent</button>');
    await new Promise((done) => setTimeout(done, 2000));
    const whileSpent = [...states];
    isSpent = false;
    return { changes, whileSpent };
  });
  expect(changes).toBeGreaterThan(300);
  expect(whileSpent).not.toContain('found');
  await expect.poll(() => tab.evaluate('states')).toContain('found');
});

test('on a page that never rests, watch looks again at once after a change of address, though its budget is spent', async () => {
  const tab = await open('orders');
  const before = await tab.evaluate(async () => {
    const rows = document.body.appendChild(document.createElement('div'));
    const turn = () => {
      rows.replaceChildren(Object.assign(document.createElement('p'), { textContent: `${performance.now()}` }));
      requestAnimationFrame(turn);
    };
    turn();
    const { states } = Object.assign(globalThis, { states: [] as string[] });
    Object.assign(cairn.locatorBudget, { charge: () => {}, waitMs: () => 60_000 });
    cairn.watch({
      anchors: [{ role: 'button', name: 'Absent' }],
      page: document,
      lifetime: new AbortController().signal,
      onChange: ([one]) => void states.push(one!.state),
    });
    // Nobody waits any more two seconds after the person came to the page.
    await new Promise((done) => setTimeout(done, 3100));
    history.pushState(null, '', '#elsewhere');
    await new Promise((done) => setTimeout(done, 300));
    document.body.insertAdjacentHTML('afterbegin', '<button>Absent</button>');
    return [...states];
  });
  expect(before).toEqual(['looking']);
  await expect.poll(() => tab.evaluate('states'), { timeout: 1700 }).toEqual(['looking', 'found']);
});

test('watch reads a large page for the first time in slices, and knows what changed between them', async () => {
  const tab = await open('orders');
  const { steps, names } = await tab.evaluate(() => {
    document.body.insertAdjacentHTML(
      'beforeend',
      `<div id="large">${'<section><p><button>Row</button></p></section>'.repeat(3000)}</div>`,
    );
    const large = document.querySelector('#large')!;
    const altered = new Set<Node>();
    const observer = new MutationObserver(() => {});
    const reading = cairn.modelInSteps(document, (root) => observer.observe(root, { subtree: true, childList: true }));
    let steps = 1;
    let step = reading.next();
    for (; !step.done; step = reading.next()) {
      steps++;
      // The rows that are about to be read go, and others come, in front of and behind where the reading is.
      if (steps > 8) continue;
      for (let i = 0; i < 300; i++) large.children[i * 5]?.remove();
      large.prepend(Object.assign(document.createElement('button'), { textContent: `First ${steps}` }));
      large.append(Object.assign(document.createElement('button'), { textContent: `Last ${steps}` }));
    }
    for (const { target } of observer.takeRecords()) altered.add(target);
    cairn.updateModel(step.value, altered);
    const names = (model: typeof step.value) => model.controls.map(({ element }) => element.textContent);
    return { steps, names: [names(step.value), names(cairn.modelOf(document))] };
  });
  expect(steps).toBeGreaterThan(8);
  expect(names[0]).toEqual(names[1]);
});

/** Watches one button of the page and does one thing more to it at each report; gives the states, and whether they are about the same element. */
async function statesAfter(acts: string[], count = acts.length + 1): Promise<string[]> {
  const tab = await open('orders');
  return tab.evaluate(
    async ([acts, count]) => {
      const states: string[] = [];
      const lifetime = new AbortController();
      const save = document.querySelector('#save')!;
      const perform = (act = '') => new Function('save', act)(save);
      await new Promise<void>((done) => {
        cairn.watch({
          anchors: [cairn.describe(save)],
          page: document,
          lifetime: lifetime.signal,
          onChange([one]) {
            states.push(`${one!.state}${one!.found && one!.element === save ? ' same' : ''}`);
            if (states.length === count) done();
            else perform(acts[states.length - 1]);
          },
        });
      });
      lifetime.abort();
      return states;
    },
    [acts, count] as const,
  );
}

const TRANSLATE = `
  const outer = document.createElement('font');
  outer.append(document.createElement('font'));
  outer.firstChild.textContent = '保存する';
  save.replaceChildren(outer);`;

test.each([
  ['Chromium wraps its text in fonts', TRANSLATE],
  [
    'Chromium marks the page first',
    `document.documentElement.className = 'translated-ltr'; document.documentElement.lang = 'ja'; save.textContent = '保存する';`,
  ],
  ['Firefox changes the language and the text', `document.documentElement.lang = 'ja'; save.firstChild.data = '保存する';`],
  ['Edge marks the text', `save.setAttribute('_msttexthash', '7'); save.textContent = '保存する';`],
])('when %s, watch keeps the translated control', async (_, translate) => {
  expect(await statesAfter([`save.removeAttribute('id');${translate}`])).toEqual(['found same', 'found same']);
});

const OTHER_RECORD = `save.replaceChildren('Kreditorenrechnung 88'); save.removeAttribute('id'); save.className = 'other';`;

test('watch does not take an element that the page gives to another record for a translated one, before a translation or after it', async () => {
  expect(await statesAfter([OTHER_RECORD])).toEqual(['found same', 'changed']);
  const translated = `document.documentElement.className = 'translated-ltr'; document.documentElement.lang = 'ja'; ${TRANSLATE}`;
  expect(
    await statesAfter([`${translated} document.querySelector('main').append(outer.cloneNode(true));`, OTHER_RECORD]),
  ).toEqual(['found same', 'found same', 'changed']);
});

test('watch follows a control to another window and back, and reports that it is gone when that window closes', async () => {
  const states = await statesAfter([
    `window.home = save.parentElement; window.other = open('about:blank'); other.document.body.append(save);`,
    `home.append(save);`,
    `other.document.body.append(save);`,
    `other.close();`,
  ]);
  expect(states).toEqual(['found same', 'found same', 'found same', 'found same', 'gone']);
});
