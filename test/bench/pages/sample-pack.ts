import { type Pack, pack } from '../../../src/model/pack/pack.ts';

/** A pack with these guides, for the app that is measured. */
export const samplePack = (guides: readonly Record<string, unknown>[]): Pack =>
  pack.parse({
    ...{ format: 'cairn/1', id: 'bench', version: 1, app: 'bench', title: 'Bench (sample)', language: 'en', sample: true },
    guides,
  });
