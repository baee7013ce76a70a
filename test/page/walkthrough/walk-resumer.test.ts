import { describe, expect, test } from 'vitest';
import type { Ask } from '../../../src/messaging/ask.ts';
import { createOverlayState } from '../../../src/overlay/overlay-state.ts';
import { createGuideBodies } from '../../../src/page/guides/guide-bodies.ts';
import type { PageContext } from '../../../src/page/page-handle.ts';
import { createWalkResumer } from '../../../src/page/walkthrough/walk-resumer.ts';
import { createPlayer, type Player } from '../../../src/player/create-player.ts';
import { step, walkthrough } from '../../player/a-guide.ts';

const guide = walkthrough([step('save'), step('send')]);
const stored = { app: 'orders', pack: 'basics', guide: 'walk', step: 'send', mode: 'guide' as const, trail: ['save'], at: 1 };

/** Bodies come when `answer` is called, so that what happens meanwhile can be played. */
function page({ isSubframe = false } = {}) {
  const state = createOverlayState();
  const waiting: (() => void)[] = [];
  const ask = ((_name: string, body: { guide: string }) =>
    new Promise((resolve) => {
      waiting.push(() => resolve(body.guide === 'basics/walk' ? { ok: true, guide } : { ok: false, why: '' }));
    })) as unknown as Ask;
  const player: Player = createPlayer({
    page: () => ({ url: 'https://app.example/', holds: () => false }),
    show: (_, { step: stepIndex, ...walkState }, own) => {
      state.walk.value = { ...walkState, guide, step: own, stepIndex, target: null };
    },
    clear: () => {
      state.walk.value = null;
    },
    ...{
      saveProgress: () => undefined,
      record: () => undefined,
      noteFinished: () => undefined,
      locate: () => undefined,
      perform: () => undefined,
    },
  });
  let walk: PageContext['walk'] = null;
  const resumed: string[] = [];
  const resumer = createWalkResumer({
    ...{ state, player, isSubframe, bodies: createGuideBodies(ask) },
    context: () => ({ walk }) as PageContext,
    onResume: ({ step: id }) => resumed.push(id),
  });
  const arrive = (next: PageContext['walk']) => {
    walk = next;
    resumer.resume();
  };
  const answer = async () => {
    for (const act of waiting.splice(0)) act();
    await new Promise((resolve) => setTimeout(resolve));
  };
  return { state, player, resumer, resumed, arrive, answer, stepId: () => player.activeWalk()?.step.id };
}

describe('an arrival', () => {
  test('with a walkthrough of this tab resumes it at its step, once', async () => {
    const { arrive, answer, stepId, resumed, player } = page();
    arrive({ ...stored, inThisTab: true });
    await answer();
    expect([stepId(), resumed]).toEqual(['send', ['send']]);
    player.send({ is: 'back' });
    arrive({ ...stored, inThisTab: true });
    await answer();
    expect([stepId(), resumed]).toEqual(['save', ['send']]);
  });

  test('with a walkthrough of another tab drops it here and offers it, but not in a frame', async () => {
    for (const isSubframe of [false, true]) {
      const { arrive, answer, stepId, state, resumer } = page({ isSubframe });
      void resumer.start('basics', 'walk');
      await answer();
      arrive({ ...stored, inThisTab: false });
      expect(stepId()).toBeUndefined();
      await answer();
      expect(state.walkOffer.value).toBe(isSubframe ? null : guide);
    }
  });

  test('with none withdraws the offer', async () => {
    const { arrive, answer, state } = page();
    arrive({ ...stored, inThisTab: false });
    await answer();
    arrive(null);
    expect(state.walkOffer.value).toBeNull();
  });

  test('that a later one has overtaken while the guide was fetched does nothing', async () => {
    const { arrive, answer, stepId, state } = page();
    arrive({ ...stored, inThisTab: true });
    arrive(null);
    await answer();
    expect([stepId(), state.walkOffer.value]).toEqual([undefined, null]);
  });

  test('while the person starts one does not take its place', async () => {
    const { arrive, answer, stepId, player } = page();
    arrive({ ...stored, inThisTab: true });
    player.start(guide);
    await answer();
    expect(stepId()).toBe('save');
  });
});

describe('a walkthrough that no pack in force has any more', () => {
  const withdrawn = { ...stored, inThisTab: true, isWithdrawn: true as const };
  const withdrawnGuide = ({ state }: ReturnType<typeof page>) => state.content.withdrawn.value;

  test('disappears from the page, which says so, and goes on where it was once it is there again', async () => {
    const tab = page();
    tab.arrive({ ...stored, inThisTab: true });
    await tab.answer();
    tab.arrive(withdrawn);
    await tab.answer();
    expect([tab.stepId(), tab.state.walk.value, withdrawnGuide(tab)]).toEqual([undefined, null, guide]);
    tab.arrive({ ...stored, inThisTab: true });
    await tab.answer();
    expect([tab.stepId(), withdrawnGuide(tab)]).toEqual(['send', null]);
  });

  test('is said to be withdrawn once, and not again after the person has read it', async () => {
    const tab = page();
    tab.arrive({ ...stored, inThisTab: true });
    await tab.answer();
    tab.arrive(withdrawn);
    tab.state.content.withdrawn.value = null;
    tab.arrive(withdrawn);
    expect(withdrawnGuide(tab)).toBeNull();
  });

  test('is said to be withdrawn although another frame has taken it off the screen before', async () => {
    const tab = page();
    tab.arrive({ ...stored, inThisTab: true });
    await tab.answer();
    tab.resumer.follow(null);
    tab.arrive(withdrawn);
    expect(withdrawnGuide(tab)).toEqual(guide);
  });

  test('disappears from a frame without a word: the page around it says so', async () => {
    const tab = page({ isSubframe: true });
    tab.arrive({ ...stored, inThisTab: true });
    await tab.answer();
    tab.arrive(withdrawn);
    expect([tab.stepId(), withdrawnGuide(tab)]).toEqual([undefined, null]);
  });

  test('is not mentioned by a page that opens afterwards, nor by one that was in another', async () => {
    const tab = page();
    tab.arrive(withdrawn);
    await tab.answer();
    expect([tab.stepId(), withdrawnGuide(tab)]).toEqual([undefined, null]);
    tab.arrive({ ...stored, inThisTab: true });
    await tab.answer();
    tab.arrive({ ...withdrawn, guide: 'other' });
    expect([tab.stepId(), withdrawnGuide(tab)]).toEqual([undefined, null]);
  });

  test('is no longer offered from another tab', async () => {
    const tab = page();
    tab.arrive({ ...stored, inThisTab: false });
    await tab.answer();
    tab.arrive({ ...withdrawn, inThisTab: false });
    expect([tab.state.walkOffer.value, withdrawnGuide(tab)]).toEqual([null, null]);
  });

  test('does not come back with a body that was asked for before', async () => {
    const tab = page();
    tab.arrive({ ...stored, inThisTab: true });
    tab.arrive(withdrawn);
    await tab.answer();
    expect(tab.stepId()).toBeUndefined();
  });
});

describe('following another frame', () => {
  const at = (id: string) => ({ pack: 'basics', guide: 'walk', step: id, mode: 'guide' as const, trail: [] });

  test('moves within the same walkthrough at once', async () => {
    const { resumer, player, stepId } = page();
    player.start(guide);
    resumer.follow(at('send'));
    expect(stepId()).toBe('send');
  });

  test('starts a walkthrough once its guide has come', async () => {
    const { resumer, answer, stepId } = page();
    resumer.follow(at('send'));
    expect(stepId()).toBeUndefined();
    await answer();
    expect(stepId()).toBe('send');
  });

  test('starts nothing if the other frame has ended it meanwhile', async () => {
    const { resumer, answer, stepId } = page();
    resumer.follow(at('send'));
    resumer.follow(null);
    await answer();
    expect(stepId()).toBeUndefined();
  });
});

test('the offer of another tab is taken up here', async () => {
  const { arrive, answer, resumer, stepId } = page();
  arrive({ ...stored, inThisTab: false });
  await answer();
  resumer.resumeHere();
  await answer();
  expect(stepId()).toBe('send');
});

test.each([
  ['walk', true],
  ['no-such', false],
])('starting the guide "%s" says whether it is there: %s', async (id, expected) => {
  const { resumer, answer } = page();
  const started = resumer.start('basics', id);
  await answer();
  expect(await started).toBe(expected);
});
