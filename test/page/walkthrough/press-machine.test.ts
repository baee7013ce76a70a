import { expect, test } from 'vitest';
import { advancePress, type PressEvent, type PressState } from '../../../src/page/walkthrough/press-machine.ts';

const at = { x: 10, y: 10 };
const box = { left: 0, top: 0, right: 100, bottom: 20 };
const down: PressEvent = { is: 'down', pointer: 1, at, box };
const up: PressEvent = { is: 'up', pointer: 1, at };
const waited: PressEvent = { is: 'waited' };
const clicked = (on: 'control' | 'label' | 'elsewhere'): PressEvent => ({ is: 'clicked', on });

test.each<[string, PressEvent[], number]>([
  ['a click on the control', [down, up, clicked('control'), waited], 1],
  ['a click without a pointer', [clicked('control')], 1],
  ['a press whose click goes elsewhere', [down, up, clicked('elsewhere'), waited], 1],
  ['a press whose click never comes', [down, up, waited], 1],
  ['a key that presses', [{ is: 'key' }], 1],
  ['a click on the label, which the page takes for its own', [clicked('label'), waited], 1],
  ['a click on the label, and the click that the browser makes of it', [clicked('label'), clicked('control'), waited], 1],
  ['a click elsewhere', [{ ...down, box: undefined }, up, clicked('elsewhere'), waited], 0],
  ['a press that is cancelled', [down, { is: 'cancelled' }, up, waited], 0],
  ['a drag off the control', [down, { ...up, at: { x: 10, y: 60 } }, clicked('elsewhere'), waited], 0],
  ['a drag along the control', [down, { ...up, at: { x: 60, y: 10 } }, waited], 0],
  ['the release of another pointer', [down, { ...up, pointer: 2 }, waited], 0],
  ['a click elsewhere after the press was counted', [down, up, waited, clicked('elsewhere')], 1],
])('%s makes this many presses: %#', (_, events, expected) => {
  let state: PressState = { phase: 'idle' };
  let presses = 0;
  for (const event of events) {
    const next = advancePress(state, event);
    state = next.state;
    if (next.effect === 'report') presses++;
  }
  expect(presses).toBe(expected);
});
