import { expect, test } from 'vitest';
import type { ShownWalkthrough } from '../../src/model/shown.ts';
import { createPlayer } from '../../src/player/play.ts';

const said = (words: string) => ({ words, language: 'en' });
const guide: ShownWalkthrough = {
  kind: 'walkthrough',
  id: 'walk',
  app: 'orders',
  pack: { id: 'basics', version: 1, title: said('Basics'), language: 'en', sample: false },
  title: said('A walk'),
  priority: 50,
  steps: [
    {
      id: 'save',
      title: said('Save'),
      body: { rich: [], language: 'en' },
      anchor: { role: 'button', name: 'Save' },
      advance: { on: 'click' },
    },
  ],
};

function playing() {
  const done: string[] = [];
  const player = createPlayer({
    url: () => 'https://app.example/orders',
    keep: (_guide, step) => done.push(`keep ${step}`),
    record: (_guide, what) => done.push(what),
    show: (_guide, { phase }) => done.push(phase),
    seek: () => done.push('seek'),
    clear: () => done.push('clear'),
  });
  return { player, done };
}

test('a change of route within a step has its control looked for anew, though it never went away', () => {
  const { player, done } = playing();
  player.open(guide);
  player.hear({ is: 'found' });
  done.length = 0;
  player.hear({ is: 'arrived' });
  expect(done).toEqual(['keep save', 'seeking', 'seek']);
});

test('a control that the watch itself has lost is not looked for twice', () => {
  const { player, done } = playing();
  player.open(guide);
  player.hear({ is: 'found' });
  done.length = 0;
  player.hear({ is: 'lost' });
  expect(done).toEqual(['seeking']);
});
