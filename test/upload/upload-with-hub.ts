import type { UploadDeps } from '../../src/upload/upload.ts';
import { type FakeHub, fakeHub } from './fake-hub.ts';
import { type Install, install } from './install.ts';

export interface UploadWithHub extends Install {
  hub: FakeHub;
}

/** An install, and a fake hub that can fail. */
export async function uploadWithHub(over: Partial<UploadDeps> = {}): Promise<UploadWithHub> {
  const hub = await fakeHub();
  const at = install({ policyHub: () => ({ url: hub.url, token: 'token-of-the-policy' }), ...over });
  hub.now = () => new Date(at.clock.now());
  hub.onSlow = () => at.clock.advance(20_000);
  return Object.assign(at, { hub });
}
