import { expect, test } from 'vitest';
import { walkthrough } from '../../src/model/pack/guide.ts';
import { lintWalkthrough } from '../../src/packs/lint-walkthrough.ts';

const anchor = { role: 'button', name: 'Save' };
const there = { is: 'appears', anchor };
const step = (id: string, over: object = {}) => ({ id, title: id, body: id, anchor, advance: { on: 'click' }, ...over });
const lint = (...steps: object[]) =>
  lintWalkthrough(walkthrough.parse({ kind: 'walkthrough', id: 'walk', title: 'A walk', steps }), 'guides[0]');
const bare = { anchor: undefined };

test.each<[string, object[], string, RegExp]>([
  ['a branch to nowhere', [step('a', { next: [{ if: there, to: 'z' }] })], '.steps[0].next[0].to', /names no step: "z"/],
  [
    'a branch that hides others',
    [step('a', { next: [{ to: 'end' }, { if: there, to: 'a' }] })],
    '.steps[0].next[0]',
    /always taken/,
  ],
  ['a step that nothing leads to', [step('a', { next: [{ to: 'c' }] }), step('b'), step('c')], '.steps[1]', /never reached/],
  ['no way to the end', [step('a'), step('b', { next: [{ to: 'a' }] })], '.steps[0]', /never comes to an end/],
  [
    'a circle that nobody walks',
    [step('a', { optional: true }), step('b', { advance: { on: 'disappears' }, next: [{ if: there, to: 'a' }] }), step('c')],
    '.steps[0]',
    /goes round by itself/,
  ],
  ['a click on nothing', [step('a', bare)], '.steps[0].advance', /the step has none/],
  ['a going of nothing', [step('a', { ...bare, advance: { on: 'disappears' } })], '.steps[0].advance', /names none/],
  ['an act on nothing', [step('a', { ...bare, advance: undefined, do: { act: 'click' } })], '.steps[0].do', /acts on a control/],
  [
    'optional without a control',
    [step('a', { ...bare, advance: undefined, optional: true })],
    '.steps[0].optional',
    /it has none/,
  ],
  [
    'a wait for nothing',
    [step('a', { ...bare, advance: undefined, wait: { seconds: 3 } })],
    '.steps[0].wait',
    /waits for nothing/,
  ],
  [
    'a check of nothing',
    [step('a', { ...bare, advance: undefined, checks: [{ requires: { is: 'value', value: { is: 'filled' } }, message: 'x' }] })],
    '.steps[0].checks[0].requires',
    /the step has none/,
  ],
  [
    'a number that cannot be',
    [step('a', { next: [{ if: { is: 'value', value: { is: 'number', min: 5, max: 1 } }, to: 'end' }] })],
    '.steps[0].next[0].if.value.min',
    /no number will do/,
  ],
  ['a choice in nothing', [step('a', { ...bare, advance: { on: 'choose' } })], '.steps[0].advance', /a choice in a control/],
  ['a drag of nothing', [step('a', { ...bare, advance: { on: 'drag', to: anchor } })], '.steps[0].advance', /is dragged/],
  ['a drag of a control to itself', [step('a', { advance: { on: 'drag', to: anchor } })], '.steps[0].advance.to', /is dragged/],
  ['a file for nothing', [step('a', { ...bare, advance: { on: 'file' } })], '.steps[0].advance', /the step has none/],
  ['a pointer on nothing', [step('a', { ...bare, advance: { on: 'hover' } })], '.steps[0].advance', /the step has none/],
  ['a double click on nothing', [step('a', { ...bare, advance: { on: 'double-click' } })], '.steps[0].advance', /has none/],
  ['a control that nothing reveals', [step('a'), step('b', { revealedBy: 'z' })], '.steps[1].revealedBy', /names no step: "z"/],
  ['a control that reveals itself', [step('a', { revealedBy: 'a' })], '.steps[0].revealedBy', /the step itself/],
  [
    'a control that a later step reveals',
    [step('a', { revealedBy: 'b' }), step('b')],
    '.steps[0].revealedBy',
    /a later step: "b"/,
  ],
  [
    'a control that a step without one reveals',
    [step('a', { ...bare, advance: undefined, go: '/', at: '/' }), step('b', { revealedBy: 'a' })],
    '.steps[1].revealedBy',
    /a step without a control/,
  ],
])('lint reports a walkthrough with %s', (_name, steps, path, reason) => {
  const found = lint(...steps).filter((fault) => fault.path === `guides[0]${path}`);
  expect(found.map((fault) => fault.reason).join()).toMatch(reason);
  for (const { remedy, warning } of found) {
    expect(remedy).toMatch(/\.$/);
    expect(warning).toBeUndefined();
  }
});

test.each<[string, object[]]>([
  ['a loop with an act in it', [step('a'), step('b', { next: [{ if: there, to: 'a' }] })]],
  ['an end from the middle', [step('a', { next: [{ if: there, to: 'end' }] }), step('b')]],
  ['a wait for what appears', [step('a', { ...bare, advance: { on: 'appears', anchor }, wait: { seconds: 9 } })]],
  ['a going of its own control', [step('a', { advance: { on: 'disappears' } })]],
  ['a control that an earlier step reveals', [step('a', { advance: { on: 'hover' } }), step('b', { revealedBy: 'a' })]],
  ['a step called "end"', [step('a', { next: [{ if: there, to: 'end' }] }), step('b'), step('end')]],
  [
    'a repetition with bounds',
    [step('a', { advance: { on: 'input', value: { is: 'matches', pattern: '([a-z]{2}-)?[0-9]+' } } })],
  ],
])('lint does not report a walkthrough with %s', (_name, steps) => {
  expect(lint(...steps)).toEqual([]);
});
