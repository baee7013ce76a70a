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

/** The policy of a variant; where Cairn does not run, it is for another app. */
export async function policyOf(
  { tool, guides, friction = true }: Variant,
  origin: string,
  signer: Signer,
): Promise<ManagedPolicy> {
  const pack = guides && {
    ...{ format: 'cairn/1', id: 'bench', version: 1, app: 'bench', title: 'Bench (sample)', language: 'en', sample: true },
    guides,
  };
  return {
    apps: [{ id: 'bench', name: 'Bench', origins: [tool === 'cairn' ? origin : 'http://127.0.0.1:9'] }],
    ...(pack && { packs: [{ jws: await signer.sign(pack) }], keys: [signer.key] }),
    switches: { guidance: true, feedback: true, friction },
  };
}

export const isScriptOf =
  (tool: Tool) =>
  (url: string): boolean =>
    tool === 'cairn' ? url.startsWith('chrome-extension://') : tool !== 'none' && url.includes(`/bench-peer/${tool}.js`);
