import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Pack } from '../../../src/model/pack/pack.ts';
import { eventually } from '../../journeys/harness/eventually.ts';
import type { Publisher } from '../../journeys/publisher.ts';
import { patience } from '../pressing.ts';

interface PublishDeps {
  /** Takes and edits it. */
  author: Publisher;
  /** Reviews, approves and releases it. */
  publisher: Publisher;
  /** For files of this journey. */
  folder: string;
  /** Id of the pack that it is taken into. */
  pack: string;
}

/** Waits for the one proposal at the hub; its id. */
const waitingProposal = (author: Publisher): Promise<string> =>
  eventually(
    async () => (await author('proposals', 'list')).find((line) => line.includes('waiting'))?.split(' ')[0],
    async () => `No proposal waits at the hub: ${(await author('proposals', 'list')).join('\n')}`,
    patience,
  );

/**
 * The author takes the proposal into a draft, edits that and hands it in; somebody else reads what would change, approves that very text and
 * releases it. What the author read of the proposal, and the file with the pack as it was approved.
 */
export async function publishProposal(deps: PublishDeps, edit: (pack: Pack) => void): Promise<{ read: string; file: string }> {
  const { author, publisher, folder, pack } = deps;
  const proposal = await waitingProposal(author);
  const read = (await author('proposals', 'read', proposal)).join('\n');
  await author('proposals', 'take', proposal, '--pack', pack);
  const draft = (await author('pack', 'drafts')).join().match(/[0-9a-f-]{36}/)![0];
  const edited = join(folder, 'edited.json');
  await author('pack', 'review', draft, '--out', edited);
  const content = JSON.parse(await readFile(edited, 'utf8')) as Pack;
  edit(content);
  await writeFile(edited, JSON.stringify(content, null, 2));
  await author('pack', 'draft', edited, '--draft', draft);
  await author('pack', 'submit', draft);
  const file = join(folder, 'approved.json');
  const review = (await publisher('pack', 'review', draft, '--out', file)).join('\n');
  const hash = review.match(/--hash ([0-9a-f]{64})/)![1]!;
  await publisher('pack', 'approve', draft, '--hash', hash);
  await publisher('pack', 'release', draft);
  return { read, file };
}

export async function temporaryFolder(lifetime: AsyncDisposableStack): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'cairn-colleague-'));
  lifetime.defer(() => rm(folder, { recursive: true, force: true }));
  return folder;
}
