import { expect, test } from 'vitest';
import { advanceChoice, type ChoiceEvent, initialChoice } from '../../../src/page/acts/choice-machine.ts';

const look = (shown: string, more: { isOpen?: boolean; isOptionGone?: boolean; isTransparent?: boolean } = {}): ChoiceEvent => {
  const { isOpen = false, isOptionGone = true, isTransparent = true } = more;
  return { is: 'looked', reading: { shown, isOpen }, isOptionGone, isTransparent };
};
const press = (on: Extract<ChoiceEvent, { is: 'pressed' }>['on']): ChoiceEvent => ({ is: 'pressed', on });
const key = (name: string, isOpen = false, isTyped = false): ChoiceEvent => ({ is: 'key', key: name, isOpen, isTyped });

/** How many choices are made when this happens one after the other in a control that shows "A". */
function choices(...events: ChoiceEvent[]): number {
  let state = initialChoice('A');
  let count = 0;
  for (const event of events) {
    const next = advanceChoice(state, event);
    state = next.state;
    count += next.isChosen ? 1 : 0;
  }
  return count;
}

test.each<[string, ChoiceEvent[], number]>([
  [
    'another option, once the list is closed',
    [press('control'), press('option'), look('B', { isOpen: true }), look('B'), look('B')],
    1,
  ],
  ['the same option again', [press('control'), press('option'), look('A', { isOptionGone: false }), look('A')], 1],
  [
    'an option after which another button of the popup is pressed',
    [press('control'), press('option'), press('popup'), look('A')],
    0,
  ],
  [
    'an option after which the list is closed by a press beside it',
    [press('control'), press('option'), press('elsewhere'), look('A')],
    1,
  ],
  ['an option after which Escape is pressed', [press('control'), press('option'), key('Escape', true), look('A')], 0],
  ['opening a control that does not say that it is open', [press('control'), look('A B C', { isTransparent: false })], 0],
  [
    'opening and closing a control that does not say that it is open',
    [
      press('control'),
      look('A B C', { isTransparent: false }),
      press('control'),
      look('A B C', { isTransparent: false }),
      look('A', { isTransparent: false }),
    ],
    0,
  ],
  [
    'a choice in a control that does not say that it is open',
    [press('control'), press('elsewhere'), look('B', { isTransparent: false })],
    1,
  ],
  ['typing', [key('B', true, true), look('B')], 0],
  ['typing and Enter', [key('B', false, true), key('Enter', false, true), look('B')], 1],
  ['a space that is typed in an open list', [key(' ', true, true), look('A')], 0],
  ['a space that takes an option', [key(' ', true), look('A')], 1],
  ['typing and leaving', [key('B', false, true), { is: 'left' }, look('B')], 1],
  ['coming and going', [{ is: 'entered', shown: 'A' }, { is: 'left' }, look('A')], 0],
  ['a list of the browser that the page sets back', [{ is: 'changed', isNativeList: true }, look('A')], 1],
])('%s', (_, events, count) => {
  expect(choices(...events)).toBe(count);
});
