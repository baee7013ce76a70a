import { gzipSync } from 'node:zlib';
import { Hono } from 'hono';
import { judgeEntry } from '../../../src/hub/entries/intake/judge-entry.ts';
import { decodeBody } from '../../../src/hub/http/decode-body.ts';
import { readPack } from '../../../src/hub/packs/read-pack.ts';
import { openMemory } from '../../../src/hub/store/open-folder.ts';
import { entry } from '../../../src/model/entry/entry.ts';
import { batchRequest, enrolRequest } from '../../../src/model/hub-api/intake.ts';
import { enrolled, hubOn } from '../../hub/hub-in-test.ts';
import { aPack } from '../../packs/a-pack.ts';
import { target } from './fuzz-target.ts';
import { mutateBytes, mutateText, mutateValue } from './mutate.ts';
import type { Random } from './random.ts';
import { sampleOfSchema } from './sample-of-schema.ts';

const sampleEntry = sampleOfSchema(entry);
const anEntry = (random: Random) => mutateValue(random, sampleEntry(random));

const entryTarget = target('entry', () => ({
  make: anEntry,
  run: (value: unknown) => {
    const judged = judgeEntry(value);
    return judged.ok || judged.reason ? undefined : 'a refused entry has no reason';
  },
}));

const requestTarget = target('hub-request', () => {
  const samples = [batchRequest, enrolRequest].map((schema) => ({ schema, sample: sampleOfSchema(schema) }));
  return {
    make: (random) => {
      const { schema, sample } = random.pick(samples);
      return { schema, value: mutateValue(random, sample(random)) };
    },
    run: ({ schema, value }: { schema: (typeof samples)[number]['schema']; value: unknown }) => void schema.safeParse(value),
  };
});

const publishedPack = target('published-pack', () => {
  const part = (text: string) => Buffer.from(text).toString('base64url');
  const head = part(JSON.stringify({ alg: 'EdDSA', kid: 'key-1' }));
  return {
    make: (random) => {
      const content = random.oneIn(2)
        ? mutateText(random, JSON.stringify(aPack))
        : (JSON.stringify(mutateValue(random, aPack)) ?? '');
      const jws = `${head}.${part(content)}.AAAA`;
      return random.oneIn(4) ? mutateText(random, jws) : jws;
    },
    run: (jws: string) => {
      const read = readPack(jws);
      return read.ok || (read.why && read.remedy) ? undefined : 'a refused pack has no reason or no remedy';
    },
  };
});

const encodedBody = target('gzip-body', () => {
  const app = new Hono().post('/', decodeBody, async (c) => c.json({ length: (await c.req.arrayBuffer()).byteLength }));
  const valid = new Uint8Array(gzipSync(JSON.stringify(aPack)));
  return {
    make: (random) => ({
      body: mutateBytes(random, valid),
      encoding: random.pick(['gzip', 'gzip', 'GZIP ', 'identity', 'br', '']),
    }),
    run: async ({ body, encoding }: { body: Uint8Array<ArrayBuffer>; encoding: string }) => {
      const { status } = await app.request('/', { method: 'POST', body, headers: { 'content-encoding': encoding } });
      return [200, 400, 413, 415].includes(status) ? undefined : `was answered with ${status}`;
    },
  };
});

/** The whole way of a batch into a store. Each case has its own moment, so that no limit of time is met. */
const intake = target(
  'intake-api',
  async () => {
    const opened = await openMemory();
    const hub = hubOn(opened.store, { budget: { entries: 1e9, bytes: 1e12 } });
    const secret = await enrolled(hub);
    return {
      make: (random) => {
        const entries = Array.from({ length: 1 + random.int(4) }, () => anEntry(random));
        const text = JSON.stringify(mutateValue(random, { sentAt: '2026-11-22T12:00:00.000Z', entries })) ?? '';
        return random.oneIn(5) ? mutateText(random, text) : text;
      },
      run: async (body: string) => {
        hub.clock.now = new Date(hub.clock.now.getTime() + 1000);
        hub.log.length = 0;
        const headers = { 'content-type': 'application/json', authorization: `Bearer ${secret}` };
        const { status } = await hub.app.request('/v1/entries', { method: 'POST', body, headers });
        return [200, 400, 413].includes(status) ? undefined : `was answered with ${status}: ${hub.log.join('').slice(0, 300)}`;
      },
      close: opened.close,
    };
  },
  100,
);

export const hubTargets = [entryTarget, requestTarget, publishedPack, encodedBody, intake];
