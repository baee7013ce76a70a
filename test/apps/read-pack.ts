import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Pack, pack } from '../../src/model/pack/pack.ts';

export const packFile = (name: string) => join(import.meta.dirname, name, 'pack', `${name}.json`);

/** The pack of an app as it is written, anchors included. */
export const readPack = (name: string): Pack => pack.parse(JSON.parse(readFileSync(packFile(name), 'utf8')));

export function tipOf({ guides }: Pack, id: string) {
  const tip = guides.find((guide) => guide.id === id);
  if (tip?.kind !== 'tip') throw new Error(`The pack has no tip "${id}"`);
  return tip;
}

export function walkOf({ guides }: Pack, id: string) {
  const walk = guides.find((guide) => guide.id === id);
  if (walk?.kind !== 'walkthrough') throw new Error(`The pack has no walkthrough "${id}"`);
  return walk;
}
