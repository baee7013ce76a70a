import { problem } from '../model/hub-api/intake.ts';
import { quoteRemote } from '../model/text/quote-remote.ts';
import type { HubAnswer } from './call-hub.ts';
import type { HubClient } from './hub-client.ts';
import { type Setback, setbackOf } from './judge-answer.ts';
import type { OutgoingProposal, ProposalOutbox, ProposalOutcome } from './proposal-outbox.ts';

interface SendProposalsDeps {
  proposals: ProposalOutbox;
  hubClient: HubClient;
  /** Address of the hub's proposals, for error messages. */
  where: string;
  now: number;
}

/** What is wrong with the proposal itself, or with what has become of it meanwhile: sending it again would change nothing. */
const REFUSALS = new Set([400, 403, 409, 413, 422]);

/**
 * Sends and withdraws what waits, the oldest first. Stops where the hub cannot take it now, and returns why. The same proposal sent twice
 * is one at the hub, by its id.
 */
export async function sendProposals({ proposals, hubClient, where, now }: SendProposalsDeps): Promise<Setback | undefined> {
  for (const outgoing of await proposals.waiting()) {
    await proposals.markAttempt(outgoing.id);
    const result = await hubClient(callFor(outgoing));
    if (!result.ok) return result;
    const outcome = outcomeOf(result.answer, outgoing);
    if (!outcome) return setbackOf(result.answer, { where: `${where}/${outgoing.id}`, now });
    await proposals.settle(outgoing, outcome);
  }
  return undefined;
}

const callFor = ({ id, body }: OutgoingProposal): Parameters<HubClient>[0] =>
  body ? { method: 'PUT', path: `/v1/proposals/${id}`, body } : { method: 'DELETE', path: `/v1/proposals/${id}` };

/** Undefined: to be tried again. What the hub does not have any more is withdrawn. */
function outcomeOf(answer: HubAnswer, { body }: OutgoingProposal): ProposalOutcome | undefined {
  if (answer.kind !== 'answered') return undefined;
  const { status } = answer;
  const isDone = status === 200 || status === 201 || status === 204 || (!body && (status === 404 || status === 410));
  if (isDone) return { is: 'done' };
  return REFUSALS.has(status) ? { is: 'refused', why: whyRefused(answer.body, status) } : undefined;
}

function whyRefused(body: unknown, status: number): string {
  const { data } = problem.safeParse(body);
  return data ? quoteRemote([data.detail, data.remedy].filter(Boolean).join(' ')) : `The hub answered with status ${status}.`;
}
