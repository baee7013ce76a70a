import { expect, test } from 'vitest';
import type { HubAnswer } from '../../src/upload/call-hub.ts';
import type { HubClient } from '../../src/upload/hub-client.ts';
import type { OutgoingProposal, ProposalOutbox } from '../../src/upload/proposal-outbox.ts';
import { sendProposals } from '../../src/upload/send-proposals.ts';

const body = { app: 'orders', language: 'en', guide: { kind: 'tip' } };
const where = 'https://hub.example.com/v1/proposals';
const answered = (status: number, content: unknown = {}): HubAnswer => ({
  ...{ kind: 'answered', status, body: content, retryAfter: null, date: null },
});

/** What waits, and a hub that answers one request after the other. */
function sending(waiting: OutgoingProposal[], answers: HubAnswer[]) {
  const calls: string[] = [];
  const settled: string[] = [];
  const proposals: ProposalOutbox = {
    waiting: async () => waiting,
    markAttempt: async (id) => void settled.push(`attempt ${id}`),
    settle: async ({ id, edition }, outcome) =>
      void settled.push(`${id}/${edition} ${outcome.is}${outcome.is === 'refused' ? `: ${outcome.why}` : ''}`),
  };
  const hubClient: HubClient = async ({ method, path }) => {
    calls.push(`${method} ${path}`);
    return { ok: true, answer: answers.shift() ?? { kind: 'unanswered', timedOut: false, message: 'offline' } };
  };
  return { calls, settled, run: () => sendProposals({ proposals, hubClient, where, now: 0 }) };
}

test('proposals are put under their id and withdrawn by it, one after the other', async () => {
  const waiting = [
    { id: 'one', edition: 2, body },
    { id: 'two', edition: 1 },
  ];
  const { calls, settled, run } = sending(waiting, [answered(201), answered(200)]);
  expect(await run()).toBeUndefined();
  expect(calls).toEqual(['PUT /v1/proposals/one', 'DELETE /v1/proposals/two']);
  expect(settled).toEqual(['attempt one', 'one/2 done', 'attempt two', 'two/1 done']);
});

test.each([409, 413, 422])('a proposal that the hub refuses with %s is not sent again, and the next one is', async (status) => {
  const problem = { type: 'urn:cairn:problem:x', title: 'x', status, detail: 'guide.steps[0] has no body.', remedy: 'Add one.' };
  const waiting = [
    { id: 'one', edition: 1, body },
    { id: 'two', edition: 1, body },
  ];
  const { settled, run } = sending(waiting, [answered(status, problem), answered(200)]);
  expect(await run()).toBeUndefined();
  expect(settled).toContain('one/1 refused: guide.steps[0] has no body. Add one.');
  expect(settled).toContain('two/1 done');
});

test.each([
  ['that cannot be reached', { kind: 'unanswered', timedOut: false, message: 'offline' } as HubAnswer],
  ['that fails', answered(500)],
  ['that is busy', answered(429)],
  ['that is none', answered(302)],
])('with a hub %s proposals wait, and nothing more is asked', async (_, answer) => {
  const waiting = [
    { id: 'one', edition: 1, body },
    { id: 'two', edition: 1, body },
  ];
  const { calls, settled, run } = sending(waiting, [answer]);
  expect(await run()).toMatchObject({ error: { where: `${where}/one` } });
  expect(calls).toEqual(['PUT /v1/proposals/one']);
  expect(settled).toEqual(['attempt one']);
});

test.each([404, 410])('what the hub does not have any more (%s) is withdrawn', async (status) => {
  const { settled, run } = sending([{ id: 'one', edition: 3 }], [answered(status)]);
  expect(await run()).toBeUndefined();
  expect(settled).toContain('one/3 done');
});
