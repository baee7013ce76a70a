import { expect, test } from 'vitest';
import { createOverlayState } from '../../../src/overlay/overlay-state.ts';
import { createFeedbackLoader } from '../../../src/page/presenter/feedback-loader.ts';

function loader(script: object | undefined) {
  const state = createOverlayState();
  let loads = 0;
  const load = async () => {
    loads += 1;
    return script;
  };
  const deps = { state, load, t: (key: string) => key };
  return { state, actions: createFeedbackLoader(deps as never), loads: () => loads };
}

test('the panel opens once its script is there, and its actions are made once', async () => {
  const opened: string[] = [];
  let made = 0;
  const View = () => null;
  const createActions = () => {
    made += 1;
    return { openPanel: () => opened.push('panel'), openFeedbackWindow: () => opened.push('window') };
  };
  const { state, actions } = loader({ View, createActions });
  actions.openPanel();
  expect(opened).toEqual([]);
  await new Promise((done) => setTimeout(done));
  expect(state.panelView.value?.View).toBe(View);
  actions.openFeedbackWindow();
  await new Promise((done) => setTimeout(done));
  expect(opened).toEqual(['panel', 'window']);
  expect(made).toBe(1);
});

test('a panel whose script cannot be injected says so, and is tried anew at the next press', async () => {
  const { state, actions, loads } = loader(undefined);
  actions.openPanel();
  await new Promise((done) => setTimeout(done));
  expect(state.announcement.value).toBe('formUnanswered');
  expect(state.panelView.value).toBeNull();
  actions.openPanel();
  expect(loads()).toBe(2);
});
