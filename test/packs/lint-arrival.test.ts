import { expect, test } from 'vitest';
import { walkthrough } from '../../src/model/pack/guide.ts';
import { lintWalkthrough } from '../../src/packs/lint-walkthrough.ts';

const anchor = { role: 'button', name: 'Save' };
const save = (more: object) => ({ id: 'save', title: 'Save', body: 'Save it.', anchor, ...more });
const arrival = (to: string) => ({ on: 'place', to });
const before = (more: object) => ({ id: 'before', title: 'Before', body: 'Before.', anchor, ...more });

const lint = (...steps: object[]) =>
  lintWalkthrough(walkthrough.parse({ kind: 'walkthrough', id: 'walk', title: 'A walk', steps }), 'guides[0]').filter(
    ({ reason }) => reason.includes('already'),
  );

test.each([
  ['/orders/new', '/orders/:id'],
  ['/orders/new', '/orders/*'],
  ['/orders/new/', '/orders/:id'],
  ['/orders/:id', '/orders/:order'],
  ['/orders/:id(\\d+)', '/orders/:id'],
  ['/orders/:id(\\d+)', '/orders/:id(\\d+)'],
  ['/orders/:id/lines', '/orders/*'],
  ['/app#/Orders/new', '/app#/Orders/:id'],
  ['/app#/Orders/new', '/app'],
  ['/orders\\?view=new', '/orders'],
  ['/orders', '*'],
])('lint warns of a step at "%s" that waits for "%s", where the person is already', (at, to) => {
  expect(lint(save({ at, advance: arrival(to) }))).toEqual([
    {
      path: 'guides[0].steps[0].advance.to',
      reason: expect.stringContaining(`is "${to}", which the page of the step, "${at}", matches already`),
      remedy: expect.stringMatching(/\.$/),
      warning: true,
    },
  ]);
});

test.each([
  ['/orders/new', '/orders/:id(\\d+)'],
  ['/orders/new', '/orders'],
  ['/orders', '/orders/:id'],
  ['/orders/*', '/orders/:id'],
  ['/orders/:id', '/orders/new'],
  ['/orders/:id', '/orders/:id/edit'],
  ['/orders/:id(\\d+)', '/orders/new'],
  ['/app#/Orders/new', '/app#/Orders'],
  ['/app', '/app#/Orders/:id'],
  ['/orders', '/orders\\?view=all'],
  ['/*', '/orders'],
])('lint does not report a step at "%s" that waits for "%s"', (at, to) => {
  expect(lint(save({ at, advance: arrival(to) }))).toEqual([]);
});

test.each<[string, object[], boolean]>([
  ['that follows an arrival there', [before({ advance: arrival('/orders/new') })], true],
  ['that follows a step there which leads nowhere', [before({ at: '/orders/new', advance: { on: 'input' } })], true],
  ['that follows a click, which may have led elsewhere', [before({ at: '/orders/new', advance: { on: 'click' } })], false],
  ['that follows an arrival elsewhere', [before({ advance: arrival('/orders') })], false],
  [
    'that is reached from there and from elsewhere',
    [
      before({
        id: 'choose',
        at: '/orders/new',
        advance: { on: 'next' },
        next: [{ if: { is: 'appears', anchor }, to: 'save' }, { to: 'before' }],
      }),
      before({ advance: arrival('/customers') }),
    ],
    false,
  ],
  ['that comes first', [], false],
])('of a step without a place %s, what the steps before it say is judged', (_, steps, isWarned) => {
  expect(lint(...steps, save({ advance: arrival('/orders/:id') }))).toHaveLength(isWarned ? 1 : 0);
});

test('a step without a place that waits for any page at all is reported, wherever it begins', () => {
  expect(lint(save({ advance: arrival('/*') }))).toMatchObject([{ reason: expect.stringContaining('any page matches already') }]);
});

test('a step that only leads to its own place is meant to be complete there', () => {
  const lead = { anchor: undefined, at: '/orders/new', go: '/orders/new', advance: arrival('/orders/new') };
  expect(lint(save(lead))).toEqual([]);
  expect(lint(save({ ...lead, anchor }))).toHaveLength(1);
});

test('steps that lead to many others each are judged in reasonable time', () => {
  const steps = Array.from({ length: 49 }, (_, at) => {
    const next = [1, 2, 3].map((more) => ({ ...(more < 3 && { if: { is: 'appears', anchor } }), to: `s${at + more}` }));
    return before({ id: `s${at}`, ...(at === 0 && { at: '/orders/new' }), advance: { on: 'next' }, ...(at < 46 && { next }) });
  });
  expect(lint(...steps, save({ advance: arrival('/orders/:id') }))).toHaveLength(1);
});
