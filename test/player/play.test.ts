import { expect, test } from 'vitest';
import { createPlayer, type Player } from '../../src/player/play.ts';
import { step, walkthrough } from './a-guide.ts';

const guide = walkthrough([step('save', { advance: { on: 'click' }, do: { act: 'click' } }), step('rest')]);

function playing() {
  const done: string[] = [];
  const player: Player = createPlayer({
    page: () => ({ url: 'https://app.example/orders', holds: () => true }),
    keep: (_guide, kept, take) => done.push(`keep ${kept?.step}${take ? ' here' : ''}`),
    record: (_guide, what) => done.push(what),
    show: (_guide, { phase }) => done.push(phase),
    seek: () => done.push('seek'),
    perform: () => {
      done.push('perform');
      player.hear({ is: 'performed' });
    },
    clear: () => done.push('clear'),
  });
  return { player, done };
}

test('a change of route within a step has nothing looked for anew while its control is there, and all of it while it is not', () => {
  const { player, done } = playing();
  player.open(guide);
  player.hear({ is: 'found' });
  done.length = 0;
  player.hear({ is: 'arrived' });
  expect(done).toEqual(['showing']);
  player.hear({ is: 'lost' });
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

test('what is heard while it acts for the person waits its turn: the step goes on once, and is shown last', () => {
  const { player, done } = playing();
  player.open(guide, 'do');
  player.hear({ is: 'found' });
  done.length = 0;
  player.hear({ is: 'agree', risky: false });
  expect(done).toEqual(['showing', 'perform', 'advanced', 'keep rest', 'seeking', 'seek']);
});

test('what is heard while a step is recorded does not overtake it', () => {
  const done: string[] = [];
  const player: Player = createPlayer({
    page: () => ({ url: 'https://app.example/orders', holds: () => true }),
    keep: (_guide, kept) => done.push(`keep ${kept?.step}`),
    record: (_guide, what) => {
      if (what === 'opened') player.hear({ is: 'skip' });
    },
    show: (_guide, _state, { id }) => done.push(`show ${id}`),
    seek: () => done.push('seek'),
    perform: () => {},
    clear: () => {},
  });
  player.open(guide);
  expect(done).toEqual(['keep save', 'show save', 'seek', 'keep rest', 'show rest', 'seek']);
});

test('only what begins here, or is brought here, is kept as going on in this tab', () => {
  const { player, done } = playing();
  player.open(guide);
  expect(done).toContain('keep save here');
  done.length = 0;
  player.resume(guide, { step: 'rest', way: 'guide', trail: [] });
  player.resume(guide, { step: 'rest', way: 'guide', trail: [] }, true);
  expect(done.filter((one) => one.startsWith('keep'))).toEqual(['keep rest', 'keep rest here']);
});

test('who goes along with another frame keeps and records nothing', () => {
  const { player, done } = playing();
  player.follow(guide, { step: 'rest', way: 'guide', trail: ['save'] });
  expect(done).toEqual(['seeking', 'seek']);
  expect(player.running()?.state.trail).toEqual([0]);
});
