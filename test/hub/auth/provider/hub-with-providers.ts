import { createApp } from '../../../../src/hub/app.ts';
import { createOpenIdProvider } from '../../../../src/hub/auth/provider/open-id-provider.ts';
import { providersFile } from '../../../../src/hub/auth/provider/provider-settings.ts';
import { listen } from '../../../../src/hub/http/listen.ts';
import { openMemory } from '../../../../src/hub/store/open-folder.ts';
import { builtDesk } from '../../../desk/built-desk.ts';
import { type HubInTest, hubDeps } from '../../hub-in-test.ts';
import { CLIENT, type LoginProvider, startLoginProvider } from './login-provider.ts';

/** A hub with its desk and two identity providers, all of them on loopback. */
export interface HubWithProviders extends Pick<HubInTest, 'store' | 'log'> {
  url: string;
  first: LoginProvider;
  second: LoginProvider;
  /** How far the hub's clock is ahead of the providers', in milliseconds. */
  clock: { aheadMs: number };
}

export async function startHubWithProviders(lifetime: AsyncDisposableStack): Promise<HubWithProviders> {
  const opened = await openMemory();
  lifetime.defer(opened.close);
  const deskFolder = await builtDesk(lifetime);
  let respond: (request: Request) => Response | Promise<Response> = () => new Response(null, { status: 503 });
  const server = await listen((request) => respond(request), { host: '127.0.0.1', port: 0 });
  lifetime.defer(() => server.stop(0));
  const callback = (id: string) => `${server.url}/desk/api/providers/${id}/callback`;
  const first = await startLoginProvider({ lifetime, host: '127.0.0.1', redirectUri: callback('first') });
  const second = await startLoginProvider({ lifetime, host: 'localhost', redirectUri: callback('second') });
  const roles = [
    { group: 'cairn-admins', role: 'admin' },
    { group: 'cairn-facilitators', role: 'facilitator' },
    { group: 'cairn-publishers', role: 'publisher' },
  ];
  const client = { clientId: CLIENT.id, clientSecret: CLIENT.secret, roles };
  const settings = providersFile.parse([
    { id: 'first', name: 'First company', issuer: first.issuer, ...client },
    { id: 'second', name: 'Second company', issuer: second.issuer, confirmAcr: 'strong', ...client },
  ]);
  const clock = { aheadMs: 0 };
  const now = () => new Date(Date.now() + clock.aheadMs);
  const log: string[] = [];
  const providers = settings.map((one) => createOpenIdProvider(one, { now }));
  const app = createApp({ ...hubDeps(opened.store, { now, log }), publicUrl: () => server.url, deskFolder, providers });
  respond = app.fetch;
  return { url: server.url, store: opened.store, log, first, second, clock };
}
