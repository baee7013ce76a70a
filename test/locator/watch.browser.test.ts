import { expect, test } from 'vitest';
import { useBrowser } from './browser.ts';

const open = useBrowser();

test('watch reports when a control is found, removed, added again and becomes another one', async () => {
  const tab = await open('orders');
  const states = await tab.evaluate(async () => {
    const states: string[] = [];
    const lifetime = new AbortController();
    const anchors = [cairn.describe(cairn.pick('#save')), cairn.describe(cairn.pick('#new'))];
    document.querySelector('#new')!.remove();
    const next = () => new Promise<void>((done) => setTimeout(done, 900));
    cairn.watch({
      anchors,
      page: document,
      lifetime: lifetime.signal,
      patienceMs: 1500,
      onChange: (all) => states.push(all.map((one) => one.state).join(' ')),
    });
    await next();
    await next();
    const again = Object.assign(document.createElement('button'), { type: 'button', textContent: 'New order', id: 'new' });
    document.querySelector('main')!.append(again);
    await next();
    again.remove();
    await next();
    document.querySelector('#save')!.textContent = 'Save this order';
    await next();
    const other = Object.assign(document.createElement('a'), { href: '/help', textContent: 'Help' });
    document.querySelector('#save')!.replaceWith(other);
    await next();
    lifetime.abort();
    return states;
  });
  expect(states[0]).toBe('found looking');
  expect(states).toContain('found missing');
  expect(states).toContain('found found');
  expect(states).toContain('found gone');
  expect(states.at(-2)).toBe('found gone');
  expect(states.at(-1)).toBe('gone gone');
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
    const found = new Promise<void>((done) => {
      cairn.watch({ anchors, page: document, lifetime: lifetime.signal, onChange: ([one]) => one!.found && done() });
    });
    await found;
    await new Promise((done) => setTimeout(done, 2500));
    lifetime.abort();
    return readings;
  });
  expect(readings).toBe(1);
});

test('after its lifetime watch leaves no listener, observer, timer or idle slice behind', async () => {
  const tab = await open('orders');
  const left = await tab.evaluate(async () => {
    const live = { listeners: 0, observers: 0, timers: 0, idle: 0 };
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
    globalThis.MutationObserver = class extends Original {
      constructor(callback: MutationCallback) {
        super(callback);
        live.observers++;
      }
      override disconnect() {
        live.observers--;
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
    const lifetime = new AbortController();
    let calls = 0;
    cairn.watch({
      anchors: [cairn.describe(cairn.pick('#save'))],
      page: document,
      lifetime: lifetime.signal,
      onChange: () => calls++,
    });
    await new Promise((done) => set(done as never, 800));
    const during = { ...live, timers: timers.size, calls };
    lifetime.abort();
    document.querySelector('#save')!.remove();
    await new Promise((done) => set(done as never, 800));
    return { during, after: { ...live, timers: timers.size, calls } };
  });
  expect(left.during).toMatchObject({ observers: 1, calls: 1 });
  expect(left.during.listeners).toBeGreaterThan(0);
  expect(left.after).toEqual({ listeners: 0, observers: 0, timers: 0, idle: 0, calls: 1 });
});

test('watch finds a control of an app that begins as an empty page, once the app has drawn itself', async () => {
  const tab = await open('orders');
  const states = await tab.evaluate(async () => {
    const states: string[] = [];
    const lifetime = new AbortController();
    const anchors = [cairn.describe(cairn.pick('#save'))];
    const children = [...document.body.childNodes];
    document.body.replaceChildren();
    const next = () => new Promise<void>((done) => setTimeout(done, 900));
    cairn.watch({ anchors, page: document, lifetime: lifetime.signal, onChange: (all) => states.push(all[0]!.state) });
    await next();
    document.body.append(...children);
    await next();
    await next();
    lifetime.abort();
    return states;
  });
  expect(states).toEqual(['looking', 'found']);
});

test('watch finds a control that style alone shows after a click, without any mutation of the page', async () => {
  const tab = await open('orders');
  const states = await tab.evaluate(async () => {
    document.body.insertAdjacentHTML(
      'beforeend',
      '<style>#part { display: none } #more:checked ~ #part { display: block }</style><input type="checkbox" id="more"><div id="part"><button>Archive</button></div>',
    );
    const states: string[] = [];
    const lifetime = new AbortController();
    const next = () => new Promise<void>((done) => setTimeout(done, 900));
    const onChange = ([one]: { state: string }[]) => states.push(one!.state);
    cairn.watch({ anchors: [{ role: 'button', name: 'Archive' }], page: document, lifetime: lifetime.signal, onChange });
    await next();
    document.querySelector<HTMLElement>('#more')!.click();
    await next();
    lifetime.abort();
    return states;
  });
  expect(states).toEqual(['looking', 'found']);
});
