import { type DeskProposal, deskProposal, deskProposalDetail, deskProposals } from '../../model/hub-api/desk-proposals.ts';
import { type Command, type Terminal, UsageError } from '../command.ts';
import { type HubDesk, openDesk } from './hub-desk.ts';
import { printChanges } from './review-commands.ts';

export const proposalsList: Command = {
  usage: 'proposals list',
  about: 'List what colleagues propose, and what they withdrew after it was taken',
  options: {},
  files: [0, 0],
  async run({ terminal }) {
    const { proposals, withdrawals } = await (await openDesk(terminal)).ask({ path: '/proposals', answer: deskProposals });
    for (const { pack, guide, draft, isPublished } of withdrawals)
      terminal.print(
        `Withdrawn: the guide "${guide}" of "${pack}". ${isPublished ? 'Browsers still show it. The draft without it:' : 'It was taken out of the draft'} ${draft}`,
      );
    if (proposals.length === 0) terminal.print('Nobody has proposed anything.');
    for (const one of proposals) terminal.print(rowText(one));
    return 0;
  },
};

const rowText = ({ id, title, kind, steps, app, credit, state, day }: DeskProposal): string => {
  const by = [credit?.name, credit?.department].filter(Boolean).join(', ') || 'a colleague who is not named';
  return `${id}  ${state}  "${title}", ${kind === 'tip' ? 'tip' : `walkthrough of ${steps} steps`} for "${app}", by ${by}, ${day}`;
};

export const proposalsRead: Command = {
  usage: 'proposals read ID',
  about: 'Print a proposal: its guide, its faults, and what it would change of each pack',
  options: {},
  files: [1, 1],
  async run({ files: [id = ''], terminal }) {
    const desk = await openDesk(terminal);
    const read = await desk.ask({ path: `/proposals/${encodeURIComponent(id)}`, answer: deskProposalDetail });
    await desk.noteRevision(read.id, read.revision);
    terminal.print(rowText(read));
    if (read.proposal?.note) terminal.print(`Note: ${read.proposal.note}`);
    if (read.comment) terminal.print(`Answered: ${read.comment}`);
    for (const line of JSON.stringify(read.proposal?.guide ?? null, null, 2).split('\n')) terminal.print(line);
    for (const { path, reason, remedy, warning } of read.faults)
      terminal.print(`${warning ? 'Warning' : 'Fault'}: ${path}: ${reason}. ${remedy}`);
    for (const { pack, draft, changes } of read.targets) {
      terminal.print(`Taken into ${draft === null ? `a new draft of "${pack}"` : `the draft ${draft} of "${pack}"`}:`);
      printChanges(changes, terminal);
    }
    if (read.state === 'waiting') terminal.print(`Take it with: cairn proposals take ${id} --pack ID`);
    return 0;
  },
};

export const proposalsTake: Command = {
  usage: 'proposals take ID --pack ID [--draft ID] [--as GUIDE]',
  about: 'Take a proposal that you have read into a draft of a pack: a new draft, or an open one with --draft',
  options: { pack: { type: 'string' }, draft: { type: 'string' }, as: { type: 'string' } },
  files: [1, 1],
  async run({ files: [id = ''], options: { pack, draft, as }, terminal }) {
    if (!pack) throw new UsageError('--pack is missing: the id of the pack that it is taken into.');
    const taking = { pack, ...(draft !== undefined && { draft }), ...(as !== undefined && { as }) };
    const decided = await decide(await openDesk(terminal), { id, action: 'take', body: taking });
    terminal.print(`It is in the draft ${decided.draft}, as ${decided.guide}. Read it with: cairn pack review ${decided.draft}`);
    return 0;
  },
};

const answering = (action: 'return' | 'decline', { about, done }: { about: string; done: string }): Command => ({
  usage: `proposals ${action} ID --comment TEXT`,
  about,
  options: { comment: { type: 'string' } },
  files: [1, 1],
  async run({
    files: [id = ''],
    options: { comment },
    terminal,
  }: {
    files: string[];
    options: Record<string, string | undefined>;
    terminal: Terminal;
  }) {
    if (!comment?.trim()) throw new UsageError('--comment is missing: what the colleague is told.');
    await decide(await openDesk(terminal), { id, action, body: { comment } });
    terminal.print(done);
    return 0;
  },
});

export const proposalsReturn = answering('return', {
  about: 'Give a proposal that you have read back to the colleague, and say what to change',
  done: 'Returned to the colleague.',
});
export const proposalsDecline = answering('decline', {
  about: 'Decline a proposal that you have read, and say why',
  done: 'Declined. The colleague reads your comment.',
});

/** Nobody decides on what they have not read: the colleague may have changed it. */
async function decide(desk: HubDesk, { id, action, body }: { id: string; action: string; body: object }): Promise<DeskProposal> {
  const revision = desk.revisionRead(id);
  if (revision === undefined) throw new UsageError(`You have not read the proposal. Read it with "cairn proposals read ${id}".`);
  const path = `/proposals/${encodeURIComponent(id)}/${action}`;
  const decided = await desk.ask({ method: 'POST', path, json: JSON.stringify(body), revision, answer: deskProposal });
  await desk.noteRevision(id, decided.revision);
  return decided;
}
