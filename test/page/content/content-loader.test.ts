import { expect, test, vi } from 'vitest';
import type { GuideSummary } from '../../../src/model/pack/guide-summary.ts';
import { createOverlayState } from '../../../src/overlay/overlay-state.ts';
import type { ContentScript } from '../../../src/page/content/content-deps.ts';
import { createContentLoader } from '../../../src/page/content/content-loader.ts';

const guide = (kind: GuideSummary['kind']) => ({ kind }) as GuideSummary;

function loaderOf({ isSubframe = false, isRefused = (): boolean => false } = {}) {
  const state = createOverlayState();
  const presenter = { actions: {}, renew: vi.fn(), urlChanged: vi.fn() };
  const script: ContentScript = { View: () => null, css: '.news {}', createPresenter: vi.fn(() => presenter as never) };
  const load = vi.fn(async () => (isRefused() ? undefined : script));
  const lifetime = new AbortController().signal;
  const loader = createContentLoader({ state, isSubframe, lifetime, load, form: {} } as never);
  return { state, presenter, script, load, loader };
}

const settled = () => new Promise((done) => setTimeout(done));

test('a page with tips and walkthroughs alone gets no further script', async () => {
  const { state, load, loader } = loaderOf();
  state.content.applicableGuides.value = [guide('tip'), guide('walkthrough')];
  loader.renew();
  loader.urlChanged();
  await settled();
  expect(load).not.toHaveBeenCalled();
});

test.each(['notice', 'question', 'reply', 'checklist'] as const)('the first %s brings the script, once', async (kind) => {
  const { state, presenter, script, loader } = loaderOf();
  state.content.applicableGuides.value = [guide('tip'), guide(kind)];
  state.content.applicableGuides.value = [guide(kind)];
  await settled();
  expect(script.createPresenter).toHaveBeenCalledOnce();
  expect(presenter.renew).toHaveBeenCalledOnce();
  expect(state.content.presented.value).toMatchObject({ View: script.View, css: script.css });
  loader.renew();
  loader.urlChanged();
  expect(presenter.renew).toHaveBeenCalledTimes(2);
  expect(presenter.urlChanged).toHaveBeenCalledOnce();
});

test('a frame of another origin gets none: the page around it shows them', async () => {
  const { state, load } = loaderOf({ isSubframe: true });
  state.content.applicableGuides.value = [guide('notice')];
  await settled();
  expect(load).not.toHaveBeenCalled();
});

test('a script that could not be injected is tried again when the guides change', async () => {
  let refused = true;
  const { state } = loaderOf({ isRefused: () => refused });
  state.content.applicableGuides.value = [guide('notice')];
  await settled();
  expect(state.content.presented.value).toBeNull();
  refused = false;
  state.content.applicableGuides.value = [guide('notice'), guide('question')];
  await settled();
  expect(state.content.presented.value).not.toBeNull();
});

test('a walkthrough that is withdrawn brings it too, to say so', async () => {
  const { state, script } = loaderOf();
  state.content.withdrawn.value = { kind: 'walkthrough' } as never;
  await settled();
  expect(script.createPresenter).toHaveBeenCalledOnce();
});

test.each([false, true])('a tip that the person hides brings it too, to take that back; in a frame: %s', async (isSubframe) => {
  const { state, script } = loaderOf({ isSubframe });
  state.content.applicableGuides.value = [guide('tip')];
  state.content.hidden.value = { kind: 'tip' } as never;
  await settled();
  expect(script.createPresenter).toHaveBeenCalledOnce();
});
