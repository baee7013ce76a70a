import { expect, test } from 'vitest';
import { matchesReplyTarget, type ReplyTarget } from '../../../src/model/pack/reply.ts';

const id = '5c2f5a1e-8f6b-4f0e-9a2b-0d6c1a7b3e11';
const other = '9d1d9f2a-3f0d-4d8e-8a55-6c1f2b7e4a22';
const given = { id, route: '/orders', choice: 'missing' as const, control: { role: 'button', name: 'Export' } };

test.each<[string, ReplyTarget, boolean]>([
  ['its id', { feedback: [other, id] }, true],
  ['another id', { feedback: [other] }, false],
  ['its route', { route: '/orders' }, true],
  ['another route', { route: '/orders/:id' }, false],
  ['another id, but its route', { feedback: [other], route: '/orders' }, true],
  ['its route and choice', { route: '/orders', choices: ['idea', 'missing'] }, true],
  ['its route, another choice', { route: '/orders', choices: ['works'] }, false],
  ['its route and control', { route: '/orders', control: { role: 'button', name: 'Export' } }, true],
  ['its route, another control', { route: '/orders', control: { role: 'button', name: 'Print' } }, false],
  ['its route, a control without a name', { route: '/orders', control: { role: 'button' } }, false],
  ['its id outweighs the rest', { feedback: [id], route: '/elsewhere', choices: ['works'] }, true],
  ['a choice with no route is nobody’s', { feedback: [other], choices: ['missing'] }, false],
])('a reply that names %s answers the feedback or not: case %#', (_, to, expected) => {
  expect(matchesReplyTarget(to, given)).toBe(expected);
});
