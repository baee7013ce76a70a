import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { signingKeyList } from '../src/model/hub-api/signing-keys.ts';
import type { SignerKey } from '../src/model/policy/policy.ts';
import { type Publisher, startPublisher } from '../test/journeys/publisher.ts';
import { DEMO_FOLDER } from './demo-folder.ts';
import type { DemoHub } from './start-demo-hub.ts';

/** Id of the pack into which colleagues' guides are taken. */
export const COLLEAGUES_PACK = 'orders-colleagues';

/** The people of the demo who write and publish, by the command line. */
export interface DemoPeople {
  author: Publisher;
  publisher: Publisher;
  /** The key that the hub signs with, for the policy. */
  hubKey: SignerKey;
}

/** Signs an author and a publisher in, and has the hub sign with a key of its own. */
export async function signInPeople(lifetime: AsyncDisposableStack, hub: DemoHub): Promise<DemoPeople> {
  const publisher = await startPublisher(lifetime, hub);
  const author = await startPublisher(lifetime, hub, { name: 'Author', role: 'author' });
  const active = (await publisher('keys', 'list')).find((line) => line.includes(' active,'));
  const hubKey = { ...(active ? keyIn(active) : await makeKey(publisher)), apps: ['orders'] };
  await beginPack({ author, publisher });
  return { author, publisher, hubKey };
}

/** The first version has no guides yet: the policy names the pack before a colleague proposes anything. */
async function beginPack(people: Pick<DemoPeople, 'author' | 'publisher'>): Promise<void> {
  const isThere = await people.publisher('pack', 'versions', COLLEAGUES_PACK).catch(() => []);
  if (isThere.length > 0) return;
  const title = 'How colleagues do it (sample)';
  const pack = { format: 'cairn/1', id: COLLEAGUES_PACK, version: 1, app: 'orders', title, language: 'en', sample: true };
  mkdirSync(DEMO_FOLDER, { recursive: true });
  const file = join(DEMO_FOLDER, `${COLLEAGUES_PACK}.json`);
  writeFileSync(file, JSON.stringify({ ...pack, guides: [] }, null, 2));
  await people.author('pack', 'draft', file);
  await releaseDraft(people);
}

/** The author hands the open draft in; somebody else reads, approves and releases it. */
export async function releaseDraft({ author, publisher }: Pick<DemoPeople, 'author' | 'publisher'>): Promise<void> {
  const draft = idIn((await author('pack', 'drafts'))[0]);
  await author('pack', 'submit', draft);
  const hash = /--hash ([0-9a-f]{64})/.exec((await publisher('pack', 'review', draft)).join('\n'))?.[1] ?? '';
  await publisher('pack', 'approve', draft, '--hash', hash);
  await publisher('pack', 'release', draft);
}

/** The id in a line that the command line prints. */
export function idIn(line = ''): string {
  const id = /[0-9a-f]{8}-[0-9a-f-]{27}/.exec(line)?.[0];
  if (!id) throw new Error(`No id in “${line}”`);
  return id;
}

/** As `cairn keys list` prints it. */
function keyIn(line: string): { kid: string; x: string } {
  const [, kid, x] = /^(\S+) .* x (\S+)$/.exec(line) ?? [];
  if (!kid || !x) throw new Error(`No signing key in “${line}”`);
  return { kid, x };
}

async function makeKey(publisher: Publisher): Promise<{ kid: string; x: string }> {
  const [line = '{}'] = await publisher('keys', 'new');
  const { kid, x } = signingKeyList.shape.keys.element.pick({ kid: true, x: true }).parse(JSON.parse(line));
  await publisher('keys', 'activate', kid);
  return { kid, x };
}
