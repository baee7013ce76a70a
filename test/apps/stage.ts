import type { BacklogItem } from '../../src/model/hub-api/backlog-item.ts';
import { eventually } from '../journeys/harness/eventually.ts';
import { type HubProcess, startHub } from '../journeys/harness/hub.ts';
import { freshSigner } from '../journeys/harness/pack.ts';
import { facilitatorSession } from '../journeys/stage.ts';
import { addressName } from './open-app.ts';
import { readPack } from './read-pack.ts';

export interface AppStage {
  /** Origin of the app. */
  url: string;
  hub: HubProcess;
  policy: Record<string, unknown>;
  /** Waits until the backlog holds what the test is after; gives it. */
  arrives(fits: (item: BacklogItem) => boolean): Promise<BacklogItem>;
}

/** A hub with the app's signed pack on it, and the policy that names both. The app itself is started by `npm run test:apps`. */
export async function startAppStage(lifetime: AsyncDisposableStack, name: string): Promise<AppStage> {
  const url = process.env[addressName(name)];
  if (!url) throw new Error(`The journeys on ${name} need the app: run \`npm run test:apps ${name}\``);
  const [hub, signer] = await Promise.all([startHub({ lifetime }), freshSigner()]);
  const pack = readPack(name);
  const headers = { authorization: `Bearer ${hub.publishToken}`, 'content-type': 'application/jose' };
  const published = await fetch(`${hub.url}/v1/packs`, { method: 'POST', headers, body: await signer.sign(pack) });
  if (!published.ok) throw new Error(`The hub did not publish: ${await published.text()}`);
  const session = facilitatorSession(hub);
  const backlog = async () => {
    const answer = await fetch(`${hub.url}/desk/api/backlog`, { headers: { cookie: await session() } });
    return ((await answer.json()) as { items: BacklogItem[] }).items;
  };
  return {
    url,
    hub,
    policy: {
      apps: [{ id: name, name: pack.id, origins: [url] }],
      hub: { url: hub.url, token: hub.enrolToken },
      packs: [{ url: `${hub.url}/v1/packs/${pack.id}` }],
      keys: [signer.key],
    },
    arrives: (fits) =>
      eventually(
        async () => (await backlog()).find(fits),
        async () => `Not in the backlog, which holds ${JSON.stringify(await backlog())}`,
        20_000,
      ),
  };
}
