import { stopUnhealthy } from '../../../../src/hub/packs/releases/stop-unhealthy.ts';
import { RELEASE_TYPE } from '../../../../src/model/hub-api/release-document.ts';
import { ask, bearer, enrolled, type HubInTest } from '../../hub-in-test.ts';
import {
  anActiveKey,
  preparedKey,
  publishContent,
  publishingAt,
  toEverybody,
  versionsOf,
  write,
} from '../../packs/publishing-in-test.ts';
import { packOf } from '../../packs-in-test.ts';

/** Versions of a pack from its first release to its switch, and keys from their making to their end. */
export async function useReleases(hub: HubInTest): Promise<void> {
  const publishing = await publishingAt(hub);
  const { kid } = await anActiveKey(publishing);
  const [id, headers] = ['released', publishing.admin];
  await publishContent(publishing, packOf({ id }));
  await publishContent(publishing, packOf({ id, version: 2 }), { share: 10 });
  await stopUnhealthy(hub.store, { now: hub.clock.now, installsPerPerson: 2 });
  const second = `/desk/api/packs/${id}/versions/2`;
  const steps: [string, unknown, number][] = [
    [`PUT ${second}/reach`, { ...toEverybody, share: 20 }, 200],
    [`POST ${second}/stop`, { reason: 'Wrong button' }, 200],
    [`POST /desk/api/packs/${id}/off`, { reason: 'Wrong button' }, 200],
    [`POST /desk/api/packs/${id}/on`, undefined, 200],
    [`POST /desk/api/packs/${id}/roll-back`, { to: 1 }, 201],
  ];
  for (const [what, body, expected] of steps) {
    const { status } = await write(publishing, what, { body });
    if (status !== expected) throw new Error(`${what} was answered ${status}`);
  }
  await ask(hub, `GET /desk/api/packs/${id}/changes?from=1&to=2`, { headers });
  await ask(hub, `GET /v1/packs/${id}`, { headers: { ...bearer(await enrolled(hub)), accept: RELEASE_TYPE } });
  const next = await preparedKey(publishing);
  await ask(hub, `POST /desk/api/signing-keys/${next.kid}/activate`, { headers });
  const late = await write(publishing, `POST /desk/api/packs/${id}/on`, { ifMatch: '"0"' });
  const { releases } = await versionsOf(publishing, id);
  if (late.status !== 412 || kid === next.kid || releases[0]?.copyOf !== 1) throw new Error('the releases are not as expected');
}
