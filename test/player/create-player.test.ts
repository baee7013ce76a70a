import { expect, test } from 'vitest';
import { createPlayer, type Player } from '../../src/player/create-player.ts';
import { step, walkthrough } from './a-guide.ts';

const guide = walkthrough([step('save', { advance: { on: 'click' }, do: { act: 'click' } }), step('rest')]);

function recordingPlayer() {
  const effects: string[] = [];
  const player: Player = createPlayer({
    page: () => ({ url: 'https://app.example/orders', holds: () => true }),
    saveProgress: (_guide, kept, take) => effects.push(`save ${kept?.step}${take ? ' here' : ''}`),
    record: (_guide, what) => effects.push(what),
    show: (_guide, { phase }) => effects.push(phase),
    locate: () => effects.push('locate'),
    perform: () => {
      effects.push('perform');
      player.send({ is: 'performed' });
    },
    clear: () => effects.push('clear'),
  });
  return { player, done: effects };
}

test('a change of route within a step has nothing looked for anew while its control is there, and all of it while it is not', () => {
  const { player, done } = recordingPlayer();
  player.start(guide);
  player.send({ is: 'found' });
  done.length = 0;
  player.send({ is: 'arrived' });
  expect(done).toEqual(['showing']);
  player.send({ is: 'lost' });
  done.length = 0;
  player.send({ is: 'arrived' });
  expect(done).toEqual(['save save', 'seeking', 'locate']);
});

test('a control that the watch itself has lost is not looked for twice', () => {
  const { player, done } = recordingPlayer();
  player.start(guide);
  player.send({ is: 'found' });
  done.length = 0;
  player.send({ is: 'lost' });
  expect(done).toEqual(['seeking']);
});

test('what is heard while it acts for the person waits its turn: the step goes on once, and is shown last', () => {
  const { player, done } = recordingPlayer();
  player.start(guide, 'do');
  player.send({ is: 'found' });
  done.length = 0;
  player.send({ is: 'agree', risky: false });
  expect(done).toEqual(['showing', 'perform', 'advanced', 'save rest', 'seeking', 'locate']);
});

test('what is heard while a step is recorded does not overtake it', () => {
  const done: string[] = [];
  const player: Player = createPlayer({
    page: () => ({ url: 'https://app.example/orders', holds: () => true }),
    saveProgress: (_guide, kept) => done.push(`save ${kept?.step}`),
    record: (_guide, what) => {
      if (what === 'opened') player.send({ is: 'skip' });
    },
    show: (_guide, _state, { id }) => done.push(`show ${id}`),
    locate: () => done.push('locate'),
    perform: () => {},
    clear: () => {},
  });
  player.start(guide);
  expect(done).toEqual(['save save', 'show save', 'locate', 'save rest', 'show rest', 'locate']);
});

test('only what begins here, or is brought here, is kept as going on in this tab', () => {
  const { player, done } = recordingPlayer();
  player.start(guide);
  expect(done).toContain('save save here');
  done.length = 0;
  player.resume(guide, { step: 'rest', mode: 'guide', trail: [] });
  player.resume(guide, { step: 'rest', mode: 'guide', trail: [] }, true);
  expect(done.filter((one) => one.startsWith('save'))).toEqual(['save rest', 'save rest here']);
});

test('who goes along with another frame keeps and records nothing', () => {
  const { player, done } = recordingPlayer();
  player.follow(guide, { step: 'rest', mode: 'guide', trail: ['save'] });
  expect(done).toEqual(['seeking', 'locate']);
  expect(player.activeWalk()?.state.trail).toEqual([0]);
});
