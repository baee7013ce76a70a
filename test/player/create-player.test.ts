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
    noteFinished: () => effects.push('note finished'),
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

test('arriving at the same step locates nothing while its control is found, and everything while it is lost', () => {
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

test('a lost control is not located again: its watch goes on', () => {
  const { player, done } = recordingPlayer();
  player.start(guide);
  player.send({ is: 'found' });
  done.length = 0;
  player.send({ is: 'lost' });
  expect(done).toEqual(['seeking']);
});

test('an event that an effect sends waits until all effects are carried out: performing a step completes it once', () => {
  const { player, done } = recordingPlayer();
  player.start(guide, 'do');
  player.send({ is: 'found' });
  done.length = 0;
  player.send({ is: 'agree', risky: false });
  expect(done).toEqual(['showing', 'perform', 'advanced', 'save rest', 'seeking', 'locate']);
});

test('an event sent while a step is recorded is handled after it', () => {
  const done: string[] = [];
  const player: Player = createPlayer({
    page: () => ({ url: 'https://app.example/orders', holds: () => true }),
    saveProgress: (_guide, kept) => done.push(`save ${kept?.step}`),
    record: (_guide, what) => {
      if (what === 'opened') player.send({ is: 'skip' });
    },
    noteFinished: () => {},
    show: (_guide, _state, { id }) => done.push(`show ${id}`),
    locate: () => done.push('locate'),
    perform: () => {},
    clear: () => {},
  });
  player.start(guide);
  expect(done).toEqual(['save save', 'show save', 'locate', 'save rest', 'show rest', 'locate']);
});

test('progress claims this tab only when a walkthrough is started or taken over here', () => {
  const { player, done } = recordingPlayer();
  player.start(guide);
  expect(done).toContain('save save here');
  done.length = 0;
  player.resume(guide, { step: 'rest', mode: 'guide', trail: [] });
  player.resume(guide, { step: 'rest', mode: 'guide', trail: [] }, true);
  expect(done.filter((one) => one.startsWith('save'))).toEqual(['save rest', 'save rest here']);
});

test('following another frame saves and records nothing', () => {
  const { player, done } = recordingPlayer();
  player.follow(guide, { step: 'rest', mode: 'guide', trail: ['save'] });
  expect(done).toEqual(['seeking', 'locate']);
  expect(player.activeWalk()?.state.trail).toEqual([0]);
});
