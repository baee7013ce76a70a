import { expect, test } from 'vitest';
import { judgeApps } from './judge-apps.ts';
import { createPressLog, type Press, type Report } from './press-log.ts';

function pressesAt(...kinds: Press['kind'][]) {
  let now = 100_000;
  const log = createPressLog(() => now);
  const presses = kinds.map((kind) => {
    now += 5000;
    return log.begin({ kind, control: `button “${kind}”` });
  });
  return { log, presses };
}
const report = (press: Press, signal: Report['signal'], tool = 'cairn', later = 60): Report => ({
  ...{ tool, signal, at: press.at + later, line: `${signal} on button` },
});
const tallyOf = (log: { presses: readonly Press[] }, reports: Report[], explained = {}) => {
  const { tallies, wrong, leftOut } = judgeApps([{ app: 'app', presses: log.presses, reports, explained }]);
  return { cairn: tallies.find(({ tool }) => tool === 'cairn')!, wrong: wrong.filter((one) => one.startsWith('cairn')), leftOut };
};

test('a report is counted for the press it follows: right for a stopped control, false for one that answered', () => {
  const { log, presses } = pressesAt('task', 'stopped button', 'stopped button', 'stopped link', 'stopped button, in haste');
  const { cairn } = tallyOf(log, [report(presses[0]!, 'dead'), report(presses[1]!, 'dead'), report(presses[4]!, 'rage')]);
  expect(cairn.dead).toEqual({ hit: 1, missed: 1, falsely: 1, rightly: 0 });
  expect(cairn.links).toEqual({ hit: 0, missed: 1, falsely: 0, rightly: 0 });
  expect(cairn.rage).toEqual({ hit: 1, missed: 0, falsely: 0, rightly: 4 });
});

test('two reports about one press count once', () => {
  const { log, presses } = pressesAt('task', 'task');
  const { cairn } = tallyOf(log, [report(presses[1]!, 'dead'), report(presses[1]!, 'dead', 'cairn', 900)]);
  expect(cairn.dead).toEqual({ hit: 0, missed: 0, falsely: 1, rightly: 1 });
});

test('a press whose truth is not known is in no tally, and is counted as left out', () => {
  const { log, presses } = pressesAt('stopped button', 'stopped button');
  log.leaveOut(presses[0]!);
  const { cairn, leftOut } = tallyOf(log, [report(presses[1]!, 'dead')]);
  expect(cairn.dead).toEqual({ hit: 1, missed: 0, falsely: 0, rightly: 0 });
  expect(leftOut).toBe(1);
});

test('what is wrong is listed by app, kind and control, with the reason where the app has one', () => {
  const { log, presses } = pressesAt('task');
  const { wrong } = tallyOf(log, [report(presses[0]!, 'dead')], { 'dead on button': 'it copies silently' });
  expect(wrong).toEqual(['cairn dead falsely: app · task · button “task” (it copies silently)']);
});
