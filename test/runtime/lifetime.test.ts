import { getEventListeners } from 'node:events';
import { expect, test } from 'vitest';
import { after, childLifetime, observe, on, onAbort } from '../../src/runtime/lifetime.ts';
import { handClock } from './hand-clock.ts';

const left = (signal: AbortSignal) => getEventListeners(signal, 'abort').length;

test('a child ends with its parent, and carries its reason', () => {
  const parent = new AbortController();
  const child = childLifetime(parent.signal);
  parent.abort('page went');
  expect(child.signal.aborted).toBe(true);
  expect(child.signal.reason).toBe('page went');
  expect(childLifetime(parent.signal).signal.aborted).toBe(true);
});

test('a child that ends first leaves its parent alive, and nothing on it', () => {
  const parent = new AbortController();
  for (let step = 0; step < 20; step++) childLifetime(parent.signal).abort();
  expect(parent.signal.aborted).toBe(false);
  expect(left(parent.signal)).toBe(0);
});

test('listeners hear until the end, and none is added after it', () => {
  const life = new AbortController();
  const target = new EventTarget();
  const received: string[] = [];
  on(target, 'ping', (event) => received.push(event.type), life.signal);
  target.dispatchEvent(new Event('ping'));
  life.abort();
  on(target, 'ping', () => received.push('after the end'), life.signal);
  target.dispatchEvent(new Event('ping'));
  expect(received).toEqual(['ping']);
  expect(getEventListeners(target, 'ping')).toEqual([]);
});

test('a timer runs once and leaves nothing behind; the end calls it off', () => {
  const clock = handClock();
  const life = new AbortController();
  const ran: string[] = [];
  after(10, () => ran.push('ten'), life.signal, clock);
  after(20, () => ran.push('twenty'), life.signal, clock);
  clock.advance(10);
  expect(left(life.signal)).toBe(1);
  life.abort();
  after(1, () => ran.push('after the end'), life.signal, clock);
  clock.advance(100);
  expect(ran).toEqual(['ten']);
  expect(clock.waiting).toBe(0);
});

test('an observer is started, and disconnected at the end; after the end it never starts', () => {
  const life = new AbortController();
  const did: string[] = [];
  const observer = (name: string) => ({ disconnect: () => did.push(`${name} disconnected`) });
  observe(observer('sizes'), life.signal, () => did.push('sizes started'));
  life.abort();
  observe(observer('late'), life.signal, () => did.push('late started'));
  expect(did).toEqual(['sizes started', 'sizes disconnected']);
});

test('what is left for the end runs once, at once if it came already', () => {
  const life = new AbortController();
  const ran: string[] = [];
  onAbort(life.signal, () => ran.push('at the end'));
  expect(ran).toEqual([]);
  life.abort();
  onAbort(life.signal, () => ran.push('too late to wait'));
  expect(ran).toEqual(['at the end', 'too late to wait']);
});
