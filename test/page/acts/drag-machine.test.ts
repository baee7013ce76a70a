import { expect, test } from 'vitest';
import { advanceDrag, type DragEvent, type DragState } from '../../../src/page/acts/drag-machine.ts';

const at = { x: 10, y: 10 };
const far = { x: 200, y: 10 };
const key = (name: string, isThere = true): DragEvent => ({ is: 'key', key: name, isThere: () => isThere });
const changed: DragEvent = { is: 'changed' };

/** What is reported when this happens one after the other. */
function effects(...events: DragEvent[]): string[] {
  let state: DragState = { phase: 'idle' };
  return events.flatMap((event) => {
    const next = advanceDrag(state, event);
    state = next.state;
    return next.effect ?? [];
  });
}

test.each<[string, DragEvent[], string[]]>([
  [
    'a pointer that lets go elsewhere, and the page changed on the way',
    [{ is: 'down', at }, changed, { is: 'up', at: far, isThere: true }],
    ['report'],
  ],
  [
    'a pointer that lets go elsewhere, and the page changes by it',
    [{ is: 'down', at }, { is: 'up', at: far, isThere: true }, changed],
    ['wait', 'report'],
  ],
  [
    'a pointer that lets go elsewhere, and nothing changes',
    [{ is: 'down', at }, { is: 'up', at: far, isThere: true }, { is: 'ended' }, changed],
    ['wait'],
  ],
  ['a pointer that lets go in another place', [{ is: 'down', at }, changed, { is: 'up', at: far, isThere: false }], []],
  ['a press', [{ is: 'down', at }, changed, { is: 'up', at: { x: 12, y: 11 }, isThere: true }], []],
  [
    'a drop of the browser',
    [{ is: 'down', at }, { is: 'dragstart' }, { is: 'ended' }, { is: 'drop', isThere: true }, { is: 'dragend' }, changed],
    ['wait', 'report'],
  ],
  ['a drop of something else', [{ is: 'dragstart' }, { is: 'drop', isThere: true }, changed], []],
  [
    'a drop in another place',
    [{ is: 'down', at }, { is: 'dragstart' }, { is: 'drop', isThere: false }, { is: 'dragend' }, changed],
    [],
  ],
  ['a drag without a drop', [{ is: 'down', at }, { is: 'dragstart' }, { is: 'dragend' }, changed], []],
  ['lifting, moving and dropping by keyboard', [key(' '), key('ArrowDown'), changed, key(' ')], ['report']],
  ['dropping by keyboard in another place', [key(' '), key('ArrowDown'), changed, key(' ', false)], []],
  ['pressing by keyboard', [key('Enter'), changed, key('Enter')], []],
  ['giving it up by keyboard', [key(' '), key('ArrowDown'), changed, key('Escape'), key(' ')], []],
])('%s', (_, events, expected) => {
  expect(effects(...events)).toEqual(expected);
});
