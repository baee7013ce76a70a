import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import { createSignInLink } from '../../src/hub/auth/sign-in-link.ts';
import type { HubDeps } from '../../src/hub/http/hub-deps.ts';
import { openMemory } from '../../src/hub/store/open-folder.ts';
import type { Role } from '../../src/model/hub-api/role.ts';
import { type HubInTest, hubOn } from '../hub/hub-in-test.ts';
import { builtDesk } from './built-desk.ts';

/** How long a page may take for a step while the machine does other things. */
export const PATIENCE_MS = 30_000;

/** A real hub in this process, which serves the built desk. */
export interface HubWithDesk extends HubInTest {
  url: string;
  linkFor: (name: string, role: Role) => Promise<string>;
}

export async function hubWithDesk(lifetime: AsyncDisposableStack, given: Partial<HubDeps> = {}): Promise<HubWithDesk> {
  const opened = await openMemory();
  lifetime.defer(() => opened.close());
  const address = { url: '' };
  const deskFolder = await builtDesk(lifetime);
  const hub = hubOn(opened.store, { deskFolder, publicUrl: () => address.url, ...given });
  // A cookie that ended a week ago is none to a browser.
  hub.clock.now = new Date();
  const server = serve({ fetch: hub.app.fetch, port: 0, hostname: '127.0.0.1' });
  await new Promise((resolve) => server.once('listening', resolve));
  lifetime.defer(() => {
    server.close();
    if ('closeAllConnections' in server) server.closeAllConnections();
  });
  address.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const linkFor = async (name: string, role: Role) =>
    (await createSignInLink(opened.store, { name, role, now: hub.clock.now, publicUrl: address.url })).url;
  return { ...hub, url: address.url, linkFor };
}
