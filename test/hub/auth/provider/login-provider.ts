import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider from 'oidc-provider';
import { memoryAdapter } from './memory-adapter.ts';

export const CLIENT = { id: 'cairn', secret: 'the-secret-of-the-client' };

/** An OpenID provider on loopback with a plain form to sign in, and people in memory. */
export interface LoginProvider {
  issuer: string;
  /** The groups of each person by the name typed into the form, which is the subject. */
  groups: Map<string, string[]>;
  /** Does it answer? A provider that does not closes connections. */
  isUp: boolean;
  /** Requests for tokens so far. */
  tokenRequests: number;
  /** Signs with a new key from now on; the old one is withdrawn. */
  rotateKeys(): void;
}

export interface LoginProviderOptions {
  lifetime: AsyncDisposableStack;
  /** `127.0.0.1` or `localhost`: browsers share cookies between the ports of a host. */
  host: string;
  redirectUri: string;
}

export async function startLoginProvider({ lifetime, host, redirectUri }: LoginProviderOptions): Promise<LoginProvider> {
  let listener: RequestListener = (_request, response) => response.end();
  const server = createServer((request, response) => {
    if (!state.isUp) return request.socket.destroy();
    if (request.url === '/token') state.tokenRequests += 1;
    return listener(request, response);
  });
  server.listen(0, host);
  await once(server, 'listening');
  lifetime.defer(() => {
    server.close();
    server.closeAllConnections();
  });
  const issuer = `http://${host}:${(server.address() as AddressInfo).port}`;
  const groups = new Map<string, string[]>();
  const adapter = memoryAdapter();
  const cookieKeys = [randomBytes(16).toString('hex')];
  const rotateKeys = () => {
    const provider = new Provider(issuer, configuration({ groups, adapter, cookieKeys, redirectUri }));
    const protocol = provider.callback();
    listener = (request, response) =>
      request.url?.startsWith('/interaction/') ? void interact(provider, request, response) : protocol(request, response);
  };
  const state: LoginProvider = { issuer, groups, isUp: true, tokenRequests: 0, rotateKeys };
  rotateKeys();
  return state;
}

interface ConfigurationParts {
  groups: ReadonlyMap<string, string[]>;
  adapter: object;
  cookieKeys: string[];
  redirectUri: string;
}

function configuration({ groups, adapter, cookieKeys, redirectUri }: ConfigurationParts): object {
  const key = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ format: 'jwk' });
  return {
    adapter,
    cookies: { keys: cookieKeys },
    jwks: { keys: [{ ...key, kid: randomBytes(8).toString('hex'), alg: 'RS256', use: 'sig' }] },
    clients: [
      {
        client_id: CLIENT.id,
        client_secret: CLIENT.secret,
        redirect_uris: [redirectUri],
        grant_types: ['authorization_code', 'refresh_token'],
        require_auth_time: true,
      },
    ],
    claims: { openid: ['sub'], profile: ['name', 'groups'] },
    acrValues: ['strong'],
    conformIdTokenClaims: false,
    features: { devInteractions: { enabled: false }, rpInitiatedLogout: { logoutSource } },
    interactions: { url: (_context: unknown, { uid }: { uid: string }) => `/interaction/${uid}` },
    issueRefreshToken: async () => true,
    ttl: { IdToken: 60, AccessToken: 600, RefreshToken: 86_400, Session: 86_400, Grant: 86_400, Interaction: 600 },
    findAccount: async (_context: unknown, sub: string) => ({
      accountId: sub,
      claims: async () => ({ sub, name: `${sub} of the sample`, groups: groups.get(sub) ?? [] }),
    }),
    loadExistingGrant,
  };
}

async function logoutSource(context: { body: string }, form: string): Promise<void> {
  context.body = `<!doctype html><html lang="en"><title>Sample login</title><h1>Sign out here?</h1>${form}</html>`;
}

interface GrantContext {
  oidc: {
    provider: { Grant: new (options: object) => { addOIDCScope(scope: string): void; save(): Promise<string> } };
    client: { clientId: string };
    session: { accountId: string };
  };
}

/** Nobody is asked for consent: the hub is the organisation's own. */
async function loadExistingGrant({ oidc }: GrantContext) {
  const grant = new oidc.provider.Grant({ clientId: oidc.client.clientId, accountId: oidc.session.accountId });
  grant.addOIDCScope('openid profile offline_access');
  await grant.save();
  return grant;
}

const FORM = `<!doctype html><html lang="en"><title>Sample login</title><h1>Sample login</h1><form method="post">
<label>User <input name="user"></label> <label><input type="checkbox" name="strong">With a second factor</label>
<button name="act" value="enter">Enter</button> <button name="act" value="cancel">Cancel</button></form></html>`;

async function interact(provider: Provider, request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (request.method === 'GET') return void response.setHeader('content-type', 'text/html').end(FORM);
  let body = '';
  for await (const part of request.setEncoding('utf8')) body += part;
  const sent = new URLSearchParams(body);
  const login = { accountId: sent.get('user'), ...(sent.has('strong') && { acr: 'strong' }) };
  const result = sent.get('act') === 'cancel' ? { error: 'access_denied' } : { login };
  await provider.interactionFinished(request, response, result);
}
