import type { Signer } from '../../journeys/harness/pack.ts';
import type { ManagedPolicy } from '../../journeys/harness/policy-content.ts';
import { peers } from '../friction/peers.ts';

type Tool = 'none' | 'cairn' | (typeof peers)[number]['tool'];

/** What runs in the page beside the page itself. */
export interface Variant {
  name: string;
  tool: Tool;
  /** Guides of a pack for this page. */
  guides?: readonly Record<string, unknown>[];
  friction?: boolean;
}

const tip = (id: string, anchor: object) => ({ kind: 'tip', id, title: 'Sample tip', anchor, body: 'A sample.' });
const absent = { role: 'button', name: 'Nobody has a control of this name' };

/** @param anchor a control that the page has */
export const variantsFor = (anchor: { role: string; name: string }): Variant[] => [
  { name: 'nothing', tool: 'none' },
  { name: 'cairn, no pack', tool: 'cairn' },
  {
    name: 'cairn, pack idle',
    tool: 'cairn',
    guides: [{ ...tip('elsewhere', anchor), where: ['/no/such/page'] }],
  },
  { name: 'cairn, tip shown', tool: 'cairn', guides: [tip('shown', anchor)] },
  { name: 'cairn, control absent', tool: 'cairn', guides: [tip('absent', absent)] },
  { name: 'cairn, absent, no friction', tool: 'cairn', guides: [tip('absent', absent)], friction: false },
  ...peers.map(({ tool, label }) => ({ name: label, tool })),
];

/** One policy for all variants, each with its own origin: where Cairn does not run, the origin belongs to no app. */
export async function policyOf(
  placed: readonly { variant: Variant; origin: string }[],
  friction: boolean,
  signer: Signer,
): Promise<ManagedPolicy> {
  const cairn = placed.filter(({ variant }) => variant.tool === 'cairn');
  const packs = cairn.flatMap(({ variant: { guides } }, nth) => (guides ? [packFor(`bench-${nth}`, guides)] : []));
  return {
    apps: cairn.map(({ variant, origin }, nth) => ({ id: `bench-${nth}`, name: variant.name, origins: [origin] })),
    packs: await Promise.all(packs.map(async (pack) => ({ jws: await signer.sign(pack) }))),
    keys: [signer.key],
    switches: { guidance: true, feedback: true, friction },
  };
}

const packFor = (app: string, guides: readonly Record<string, unknown>[]) => ({
  ...{ format: 'cairn/1', id: app, version: 1, app, title: 'Bench (sample)', language: 'en', sample: true },
  guides,
});

export const isScriptOf =
  (tool: Tool) =>
  (url: string): boolean =>
    tool === 'cairn' ? url.startsWith('chrome-extension://') : tool !== 'none' && url.includes(`/bench-peer/${tool}.js`);
