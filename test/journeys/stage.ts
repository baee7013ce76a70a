import type { BacklogItem } from '../../src/model/hub-api/backlog-item.ts';
import { eventually } from './harness/eventually.ts';
import { type HubProcess, startHub } from './harness/hub.ts';
import { freshSigner, type Signer } from './harness/pack.ts';
import { shopPack, startShop } from './shop.ts';

export type JourneyStage = {
  hub: HubProcess;
  /** The app of the policy, and a site that is none of its business. */
  shop: string;
  elsewhere: string;
  signer: Signer;
  policy: Record<string, unknown>;
  publish(pack: unknown): Promise<void>;
  /** What a facilitator sees, through a session of their own. */
  backlog(): Promise<BacklogItem[]>;
  /** Waits until the backlog holds what the test is after; gives it. */
  arrives(fits: (item: BacklogItem) => boolean): Promise<BacklogItem>;
};

/** A hub that publishes a signed pack, the shop it is about, another site, and the policy of an admin who wants it so. */
export async function startStage(lifetime: AsyncDisposableStack, database?: string): Promise<JourneyStage> {
  const [hub, shop, elsewhere, signer] = await Promise.all([
    startHub({ lifetime, ...(database && { database }) }),
    startShop(lifetime),
    startShop(lifetime),
    freshSigner(),
  ]);
  const publish = async (pack: unknown) => {
    const headers = { authorization: `Bearer ${hub.publishToken}`, 'content-type': 'application/jose' };
    const answer = await fetch(`${hub.url}/v1/packs`, { method: 'POST', headers, body: await signer.sign(pack) });
    if (!answer.ok) throw new Error(`The hub did not publish: ${await answer.text()}`);
  };
  await publish(shopPack());
  const session = facilitatorSession(hub);
  const backlog = async () => {
    const answer = await fetch(`${hub.url}/desk/api/backlog`, { headers: { cookie: await session() } });
    if (!answer.ok) throw new Error(`The hub gave no backlog: ${await answer.text()}`);
    return ((await answer.json()) as { items: BacklogItem[] }).items;
  };
  return {
    hub,
    shop,
    elsewhere,
    signer,
    publish,
    backlog,
    arrives: (fits) =>
      eventually(
        async () => (await backlog()).find(fits),
        async () => `Not in the backlog, which holds ${JSON.stringify(await backlog())}`,
        15_000,
      ),
    policy: {
      apps: [{ id: 'shop', name: 'Shop', origins: [shop] }],
      hub: { url: hub.url, token: hub.enrolToken },
      packs: [{ url: `${hub.url}/v1/packs/shop-basics` }],
      keys: [signer.key],
      audience: { department: 'Sales', role: 'clerk' },
      retention: { days: 14 },
    },
  };
}

/** Signs in once with the hub's one-time link, and keeps the cookie. */
export function facilitatorSession(hub: HubProcess): () => Promise<string> {
  let cookie: Promise<string> | undefined;
  const signIn = async () => {
    const token = new URL(await hub.signInLink()).hash.replace('#sign-in=', '');
    const answer = await fetch(`${hub.url}/desk/api/sign-in`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: hub.url },
      body: JSON.stringify({ token }),
    });
    if (!answer.ok) throw new Error(`No sign-in: ${answer.status} ${await answer.text()}`);
    return answer.headers.getSetCookie()[0]!.split(';')[0]!;
  };
  return () => (cookie ??= signIn());
}
