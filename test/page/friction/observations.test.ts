import { expect, test } from 'vitest';
import type { ObservedControl } from '../../../src/model/entry/control.ts';
import { createObservations } from '../../../src/page/friction/observations.ts';

const save = { role: 'button', name: 'Save' } as unknown as ObservedControl;
const element = (isConnected = true) => ({ isConnected }) as Element;
const settled = () => new Promise((done) => setTimeout(done, 0));

/** Observations whose answers are held back until the test gives them, and what was sent. */
function held() {
  const answers: ((observed: ObservedControl | undefined) => void)[] = [];
  const observations = createObservations(() => new Promise((answer) => answers.push(answer)));
  const sent: (ObservedControl | undefined)[] = [];
  return { ...observations, answers, sent, send: (observed: ObservedControl | undefined) => void sent.push(observed) };
}

test('a finding waits until its control is observed', async () => {
  const { use, answers, sent, send } = held();
  use(element(), send);
  expect(sent).toEqual([]);
  answers[0]!(save);
  await settled();
  expect(sent).toEqual([save]);
});

test('a finding whose control is being observed when the page is left is sent at once, and once', async () => {
  const { use, leave, answers, sent, send } = held();
  use(element(), send);
  leave();
  expect(sent).toEqual([undefined]);
  answers[0]!(save);
  await settled();
  expect(sent).toEqual([undefined]);
});

test('what was observed before is known when the page is left', async () => {
  const { prepare, use, leave, answers, sent, send } = held();
  const control = element();
  prepare(control);
  answers[0]!(save);
  await settled();
  use(control, send);
  leave();
  use(control, send);
  expect(sent).toEqual([save, save]);
});

test('a control that is gone is known by what was observed before', async () => {
  const { prepare, use, answers, sent, send } = held();
  const control = element(false);
  prepare(control);
  answers[0]!(save);
  await settled();
  use(control, send);
  expect(sent).toEqual([save]);
});

test('on a page that the person comes back to, controls are observed again', async () => {
  const { use, leave, comeBack, answers, sent, send } = held();
  leave();
  comeBack();
  use(element(), send);
  expect(sent).toEqual([]);
  answers[0]!(save);
  await settled();
  expect(sent).toEqual([save]);
});
