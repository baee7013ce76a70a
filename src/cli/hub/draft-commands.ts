import { memberOf } from '../../model/fault/schema-at.ts';
import { type Draft, draft, draftDetail, draftList } from '../../model/hub-api/drafts.ts';
import { type Command, UsageError } from '../command.ts';
import { printPackFaults } from '../print-faults.ts';
import { readText } from '../read-file.ts';
import { listOf } from './describe-release.ts';
import { type HubDesk, openDesk } from './hub-desk.ts';

export const packDrafts: Command = {
  usage: 'pack drafts',
  about: 'List the drafts at the hub that are being written, reviewed or waiting to be released',
  options: {},
  files: [0, 0],
  async run({ terminal }) {
    const { drafts } = await (await openDesk(terminal)).ask({ path: '/drafts', answer: draftList });
    if (drafts.length === 0) terminal.print('There are no drafts. "cairn pack draft FILE.json" makes one.');
    for (const one of drafts) {
      terminal.print(
        `${one.id}  ${one.pack}  ${one.state}, revision ${one.revision}, by ${listOf(one.authors)}, ${one.updatedAt}`,
      );
      if (one.comment) terminal.print(`    ${one.comment}`);
    }
    return 0;
  },
};

export const packDraft: Command = {
  usage: 'pack draft FILE.json [--draft ID] [--new]',
  about:
    'Send a pack as a draft: a new one, or a change of the one that you have read. What somebody else has changed meanwhile is not overwritten',
  options: { draft: { type: 'string' }, new: { type: 'boolean' } },
  files: [1, 1],
  async run({ files: [file = ''], options, terminal }) {
    const { text, document } = await readPack(file);
    const desk = await openDesk(terminal);
    const id =
      options.new === undefined ? (options.draft ?? (await findDraft(desk, String(memberOf(document, 'id'))))) : undefined;
    // As it was written: the order of the fields, and fields that nobody knows, stay.
    const json = `{"content":${text}}`;
    const sent = await desk.ask(
      id === undefined
        ? { method: 'POST', path: '/drafts', json, answer: draft }
        : { method: 'PUT', path: `/drafts/${id}`, json, revision: revisionToChange(desk, id), answer: draft },
    );
    await desk.noteRevision(sent.id, sent.revision);
    terminal.print(`${id === undefined ? 'Made' : 'Changed'} the draft ${sent.id} of "${sent.pack}", revision ${sent.revision}.`);
    const { faults } = await desk.ask({ path: `/drafts/${sent.id}`, answer: draftDetail });
    const code = printPackFaults(file, { faults, document }, terminal);
    if (code === 0) terminal.print(`Hand it in for review with: cairn pack submit ${sent.id}`);
    return code;
  },
};

async function readPack(file: string): Promise<{ text: string; document: unknown }> {
  const text = (await readText(file)).replace(/^\ufeff/, '').trim();
  try {
    const document: unknown = JSON.parse(text);
    if (typeof memberOf(document, 'id') === 'string') return { text, document };
  } catch (thrown) {
    throw new UsageError(
      `${file} is not JSON: ${(thrown as Error).message}. A draft is the pack as it is written, not the signed file.`,
    );
  }
  throw new UsageError(`${file} holds no pack: it has no "id".`);
}

/** The open draft of a pack, if there is one. Of several the person says which. */
async function findDraft(desk: HubDesk, pack: string): Promise<string | undefined> {
  const { drafts } = await desk.ask({ path: '/drafts', answer: draftList });
  const [first, ...others] = drafts.filter((one) => one.pack === pack);
  if (others.length === 0) return first?.id;
  const listed = [first!, ...others].map(({ id, authors }) => `${id} by ${listOf(authors)}`);
  throw new UsageError(
    `There are several drafts of "${pack}": ${listOf(listed)}. Say which with --draft ID, or make another with --new.`,
  );
}

/** Nobody replaces what they have not read. */
function revisionToChange(desk: HubDesk, id: string): number {
  const revision = desk.revisionRead(id);
  if (revision !== undefined) return revision;
  throw new UsageError(
    `You have not read the draft ${id}. Read it with "cairn pack review ${id} --out FILE", or make another draft with --new.`,
  );
}

/** A command that takes a draft, as it was read last, to its next state. */
const changeOfState = (
  verb: 'submit' | 'withdraw' | 'discard',
  { about, text }: { about: string; text: (changed: Draft) => string },
): Command => ({
  usage: `pack ${verb} ID`,
  about,
  options: {},
  files: [1, 1],
  async run({ files: [id = ''], terminal }) {
    const desk = await openDesk(terminal);
    const revision = await knownRevision(desk, id);
    const path = `/drafts/${encodeURIComponent(id)}${verb === 'discard' ? '' : `/${verb}`}`;
    const changed = await desk.ask({ method: verb === 'discard' ? 'DELETE' : 'POST', path, revision, answer: draft });
    await desk.noteRevision(id, changed.revision);
    terminal.print(text(changed));
    return 0;
  },
});

/** The revision that the person read, or else the one that there is now. */
export async function knownRevision(desk: HubDesk, id: string): Promise<number> {
  const known = desk.revisionRead(id);
  return known ?? (await desk.ask({ path: `/drafts/${encodeURIComponent(id)}`, answer: draftDetail })).revision;
}

export const packSubmit = changeOfState('submit', {
  about: 'Hand a draft in for review. The hub gives it the next version',
  text: ({ id, pack, version, authors }) =>
    `Handed in as version ${version} of "${pack}". Somebody other than ${listOf(authors)} reviews it with: cairn pack review ${id}`,
});

export const packWithdraw = changeOfState('withdraw', {
  about: 'Take a draft back from its review, to go on writing',
  text: ({ id }) => `The draft ${id} is being written again.`,
});

export const packDiscard = changeOfState('discard', {
  about: 'Give a draft up for good',
  text: ({ id }) => `The draft ${id} is discarded.`,
});
