import { getEventListeners } from 'node:events';
import { afterEach, describe, expect, test, vi } from 'vitest';
import {
  childLifetime,
  createGuardedLifetime,
  endIfInvalidated,
  guarded,
  nextFrame,
  observe,
  on,
  onAbort,
  after as runAfter,
} from '../../src/runtime/lifetime.ts';
import { handClock } from './hand-clock.ts';

afterEach(() => vi.unstubAllGlobals());

const abortListeners = (signal: AbortSignal) => getEventListeners(signal, 'abort').length;

/** An observer that a test can make report. */
class FakeObserver {
  static all: FakeObserver[] = [];
  isObserving = false;
  report: () => void;
  constructor(callback: () => void) {
    this.report = callback;
    FakeObserver.all.push(this);
  }
  observe = () => {
    this.isObserving = true;
  };
  disconnect = () => {
    this.isObserving = false;
  };
}

describe('a child lifetime', () => {
  test('ends with its parent and carries its reason', () => {
    const parent = new AbortController();
    const child = childLifetime(parent.signal);
    parent.abort('page went');
    expect(child.signal.aborted).toBe(true);
    expect(child.signal.reason).toBe('page went');
    expect(childLifetime(parent.signal).signal.aborted).toBe(true);
  });

  test('that ends first leaves its parent alive, and no listener on it', () => {
    const parent = new AbortController();
    for (let step = 0; step < 20; step++) childLifetime(parent.signal).abort();
    expect(parent.signal.aborted).toBe(false);
    expect(abortListeners(parent.signal)).toBe(0);
  });
});

describe('within a lifetime', () => {
  test('a listener is called until the end, and none is added after it', () => {
    const lifetime = new AbortController();
    const target = new EventTarget();
    const received: string[] = [];
    on(target, 'ping', (event) => received.push(event.type), lifetime.signal);
    target.dispatchEvent(new Event('ping'));
    lifetime.abort();
    on(target, 'ping', () => received.push('after the end'), lifetime.signal);
    target.dispatchEvent(new Event('ping'));
    expect(received).toEqual(['ping']);
    expect(getEventListeners(target, 'ping')).toEqual([]);
  });

  test('a timer runs once and leaves nothing behind; the end cancels it', () => {
    const clock = handClock();
    const lifetime = new AbortController();
    const ran: string[] = [];
    runAfter(10, () => ran.push('ten'), lifetime.signal, clock);
    runAfter(20, () => ran.push('twenty'), lifetime.signal, clock);
    clock.advance(10);
    expect(abortListeners(lifetime.signal)).toBe(1);
    lifetime.abort();
    runAfter(1, () => ran.push('after the end'), lifetime.signal, clock);
    clock.advance(100);
    expect(ran).toEqual(['ten']);
    expect(clock.waiting).toBe(0);
  });

  test('an observer is started, and disconnected at the end; after the end none is started', () => {
    const lifetime = new AbortController();
    const start = (observer: FakeObserver) => observer.observe();
    const observer = observe(FakeObserver, () => {}, lifetime.signal, start);
    expect(observer.isObserving).toBe(true);
    lifetime.abort();
    expect(observer.isObserving).toBe(false);
    expect(observe(FakeObserver, () => {}, lifetime.signal, start).isObserving).toBe(false);
  });

  test('a cleanup runs once at the end, or at once if the end has come', () => {
    const lifetime = new AbortController();
    const ran: string[] = [];
    onAbort(lifetime.signal, () => ran.push('at the end'));
    expect(ran).toEqual([]);
    lifetime.abort();
    onAbort(lifetime.signal, () => ran.push('after the end'));
    expect(ran).toEqual(['at the end', 'after the end']);
  });
});

/** A page script with something registered in each way there is, in a fake extension runtime. */
function pageScript() {
  const runtime: { id: string | undefined } = { id: 'cairn' };
  const errors: unknown[] = [];
  const lifetime = createGuardedLifetime({
    report: (error) => errors.push(error),
    isContextValid: () => runtime.id !== undefined,
  });
  const child = childLifetime(lifetime.signal);
  const clock = handClock();
  const page = new EventTarget();
  const frames: FrameRequestCallback[] = [];
  vi.stubGlobal('requestAnimationFrame', (callback: FrameRequestCallback) => frames.push(callback));
  vi.stubGlobal('cancelAnimationFrame', () => {});
  return { runtime, errors, lifetime, child, clock, page, drawFrame: () => frames.shift()?.(0) };
}

type Script = ReturnType<typeof pageScript>;

/** Registers `callback` in one way; `trigger` makes the browser call it. */
const ways: [string, (script: Script, callback: () => unknown) => () => unknown][] = [
  [
    'listener',
    ({ page, child }, callback) => {
      on(page, 'ping', () => callback(), child.signal);
      return () => page.dispatchEvent(new Event('ping'));
    },
  ],
  [
    'timer',
    ({ child, clock }, callback) => {
      runAfter(10, () => callback(), child.signal, clock);
      return () => clock.advance(10);
    },
  ],
  [
    'frame',
    ({ child, drawFrame }, callback) => {
      nextFrame(() => callback(), child.signal);
      return drawFrame;
    },
  ],
  [
    'observer',
    ({ child }, callback) => {
      const observer = observe(
        FakeObserver,
        () => callback() as undefined,
        child.signal,
        (one) => one.observe(),
      );
      return () => observer.report();
    },
  ],
  ['callback that others call', ({ child }, callback) => guarded(child.signal, callback)],
];

describe.each(ways)('in a guarded lifetime a %s', (_, register) => {
  test('that throws reaches the report and not its caller', () => {
    const script = pageScript();
    const error = new Error('our own');
    const trigger = register(script, () => {
      throw error;
    });
    expect(trigger).not.toThrow();
    expect(script.errors).toEqual([error]);
    expect(script.lifetime.signal.aborted).toBe(false);
  });

  test('that rejects is reported', async () => {
    const script = pageScript();
    const error = new Error('our own');
    register(script, () => Promise.reject(error))();
    await Promise.resolve();
    await Promise.resolve();
    expect(script.errors).toEqual([error]);
  });

  test('does not run when runtime.id is gone, and everything ends', () => {
    const script = pageScript();
    const ran: string[] = [];
    on(script.page, 'other', () => ran.push('other'), script.lifetime.signal);
    onAbort(script.lifetime.signal, () => ran.push('cleaned up'));
    const trigger = register(script, () => ran.push('ran'));
    script.runtime.id = undefined;
    trigger();
    script.page.dispatchEvent(new Event('other'));
    expect(ran).toEqual(['cleaned up']);
    expect(script.child.signal.aborted).toBe(true);
    expect(getEventListeners(script.page, 'ping')).toEqual([]);
    expect(getEventListeners(script.page, 'other')).toEqual([]);
    expect(script.errors).toEqual([]);
  });

  test('ends everything when a call to the extension throws that the context is invalidated', () => {
    const script = pageScript();
    const sendMessage = () => {
      throw new Error('Extension context invalidated.');
    };
    register(script, sendMessage)();
    expect(script.lifetime.signal.aborted).toBe(true);
    expect(script.child.signal.aborted).toBe(true);
    expect(script.errors).toEqual([]);
  });
});

describe('in a guarded lifetime', () => {
  test('a listener added twice is called once, as the platform does', () => {
    const { page, child } = pageScript();
    const received: string[] = [];
    const listener = ({ type }: Event) => received.push(type);
    on(page, 'ping', listener, child.signal, { capture: true });
    on(page, 'ping', listener, child.signal, { capture: true });
    page.dispatchEvent(new Event('ping'));
    expect(received).toEqual(['ping']);
  });

  test('an error caught elsewhere ends everything only if it says that the context is invalidated', () => {
    const { lifetime, child } = pageScript();
    endIfInvalidated(child.signal, new Error('Could not establish connection. Receiving end does not exist.'));
    expect(lifetime.signal.aborted).toBe(false);
    endIfInvalidated(child.signal, new Error('Extension context invalidated.'));
    expect(lifetime.signal.aborted).toBe(true);
  });

  test('a cleanup that throws does not keep the others from running', () => {
    const { lifetime, errors } = pageScript();
    const ran: string[] = [];
    const error = new Error('our own');
    onAbort(lifetime.signal, () => {
      throw error;
    });
    onAbort(lifetime.signal, () => ran.push('second'));
    lifetime.abort();
    expect(ran).toEqual(['second']);
    expect(errors).toEqual([error]);
  });
});
