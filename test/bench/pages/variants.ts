import type { Pack } from '../../../src/model/pack/pack.ts';
import { VISIT_SOURCE } from '../../apps/visit-in-chromium.ts';
import type { Signer } from '../../journeys/harness/pack.ts';
import type { ManagedPolicy } from '../../journeys/harness/policy-content.ts';
import { peers } from '../friction/peers.ts';
import type { MeasuredPage } from './measured-page.ts';
import { samplePack } from './sample-pack.ts';

type Tool = 'none' | 'cairn' | (typeof peers)[number]['tool'];

/** What runs in the page beside the page itself. */
export interface Variant {
  name: string;
  tool: Tool;
  pack?: Pack;
  friction?: boolean;
  /** A tip of the pack stands on the page. */
  showsTip?: boolean;
}

const tip = { kind: 'tip', id: 'tip', title: 'Sample tip', anchor: { role: 'button', name: 'Save' }, body: 'A sample.' };
const elsewhere = samplePack([{ ...tip, where: ['/no/such/page'] }]);
const absent = samplePack([{ ...tip, anchor: { role: 'button', name: 'Nobody has a control of this name' } }]);

export const variantsFor = ({ pack }: MeasuredPage): Variant[] => [
  { name: 'nothing', tool: 'none' },
  { name: 'cairn, no pack', tool: 'cairn' },
  { name: 'cairn, pack idle', tool: 'cairn', pack: elsewhere },
  { name: 'cairn, tip shown', tool: 'cairn', pack, showsTip: true },
  { name: 'cairn, control absent', tool: 'cairn', pack: absent },
  { name: 'cairn, absent, no friction', tool: 'cairn', pack: absent, friction: false },
  ...peers.map(({ tool, label }) => ({ name: label, tool })),
];

/** The policy for a variant: where Cairn does not run, no app is named. */
export async function policyOf(
  { tool, pack, friction = true }: Variant,
  { name, origin }: MeasuredPage,
  signer: Signer,
): Promise<ManagedPolicy> {
  return {
    apps: tool === 'cairn' ? [{ id: pack?.app ?? 'bench', name, origins: [origin] }] : [],
    packs: pack ? [{ jws: await signer.sign(pack) }] : [],
    keys: [signer.key],
    switches: { guidance: true, feedback: true, friction },
  };
}

export const isScriptOf =
  (tool: Tool) =>
  (url: string): boolean =>
    tool === 'cairn' ? url.startsWith('chrome-extension://') : tool !== 'none' && url.includes(`/bench-peer/${tool}.js`);

/** What the benchmark itself asks the page. */
export const isAsked = (url: string): boolean => url === VISIT_SOURCE;
