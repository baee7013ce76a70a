import { writeFile } from 'node:fs/promises';
import { type Change, type DraftDetail, draft, draftDetail } from '../../model/hub-api/drafts.ts';
import { type Command, type Terminal, UsageError } from '../command.ts';
import { printPackFaults } from '../print-faults.ts';
import { listOf } from './describe-release.ts';
import { knownRevision } from './draft-commands.ts';
import { openDesk } from './hub-desk.ts';

export const packReview: Command = {
  usage: 'pack review ID [--out FILE.json]',
  about: 'Print what a draft changes, in words, and the hash to approve it by; --out writes the pack to a file',
  options: { out: { type: 'string' } },
  files: [1, 1],
  async run({ files: [id = ''], options, terminal }) {
    const desk = await openDesk(terminal);
    const read = await desk.ask({ path: `/drafts/${encodeURIComponent(id)}`, answer: draftDetail });
    if (options.out !== undefined) await writePack(options.out, read.content, terminal);
    await desk.noteRevision(read.id, read.revision);
    printDraft(read, terminal);
    return 0;
  },
};

async function writePack(file: string, content: unknown, terminal: Terminal): Promise<void> {
  try {
    await writeFile(file, `${JSON.stringify(content, null, 2)}\n`, { flag: 'wx' });
  } catch (thrown) {
    const { code } = thrown as NodeJS.ErrnoException;
    throw new UsageError(
      code === 'EEXIST' ? `${file} exists already and was not changed.` : `${file} cannot be written: ${code}.`,
    );
  }
  terminal.print(`Wrote the pack to ${file}.`);
}

function printDraft(read: DraftDetail, terminal: Terminal): void {
  const { id, pack, app, version, state, revision, authors, comment, approvedBy, comparedWith, changes, contentHash, content } =
    read;
  terminal.print(`"${pack}" version ${version} for the app "${app}": ${state}, revision ${revision}, by ${listOf(authors)}.`);
  if (approvedBy) terminal.print(`Approved by ${approvedBy}.`);
  if (comment) terminal.print(`Comment: ${comment}`);
  terminal.print(comparedWith === null ? 'Nothing was published before.' : `Changes since version ${comparedWith}:`);
  printChanges(changes, terminal);
  printPackFaults(`"${pack}"`, { faults: read.faults, document: content }, terminal);
  terminal.print(`Hash of the content: ${contentHash}`);
  if (state !== 'in-review') return;
  terminal.print(
    read.mayApprove
      ? `Approve it with: cairn pack approve ${id} --hash ${contentHash}`
      : `You wrote a part of it or handed it in: somebody other than ${listOf(authors)} approves it.`,
  );
}

/** Differences in words, by guide. */
export function printChanges(changes: readonly Change[], terminal: Terminal): void {
  if (changes.length === 0) terminal.print('  no difference');
  for (const { guide, text, before, after } of changes) {
    terminal.print(`  ${guide === null ? '' : `${guide}: `}${text}`);
    if (before !== null) terminal.print(`    - ${oneLine(before)}`);
    if (after !== null) terminal.print(`    + ${oneLine(after)}`);
  }
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

export const packApprove: Command = {
  usage: 'pack approve ID --hash HASH [--comment TEXT]',
  about: 'Approve what you have read: the content with that hash, and no other. None of its authors can',
  options: { hash: { type: 'string' }, comment: { type: 'string' } },
  files: [1, 1],
  async run({ files: [id = ''], options: { hash, comment }, terminal }) {
    if (!hash) throw new UsageError(`--hash is missing: the hash that "cairn pack review ${id}" prints.`);
    const desk = await openDesk(terminal);
    const json = JSON.stringify({ contentHash: hash, ...(comment !== undefined && { comment }) });
    const path = `/drafts/${encodeURIComponent(id)}/approve`;
    const changed = await desk.ask({ method: 'POST', path, json, revision: await knownRevision(desk, id), answer: draft });
    await desk.noteRevision(id, changed.revision);
    terminal.print(`Approved version ${changed.version} of "${changed.pack}". Release it with: cairn pack release ${id}`);
    return 0;
  },
};

export const packReturn: Command = {
  usage: 'pack return ID --comment TEXT',
  about: 'Give a draft back to its authors, and say why. None of them can',
  options: { comment: { type: 'string' } },
  files: [1, 1],
  async run({ files: [id = ''], options: { comment }, terminal }) {
    if (!comment?.trim()) throw new UsageError('--comment is missing: what its authors are to change.');
    const desk = await openDesk(terminal);
    const path = `/drafts/${encodeURIComponent(id)}/return`;
    const json = JSON.stringify({ comment });
    const changed = await desk.ask({ method: 'POST', path, json, revision: await knownRevision(desk, id), answer: draft });
    await desk.noteRevision(id, changed.revision);
    terminal.print(`Returned to ${listOf(changed.authors)}.`);
    return 0;
  },
};
