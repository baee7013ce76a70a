import type { Fault } from '../../../model/fault/fault.ts';
import { memberOf } from '../../../model/fault/schema-at.ts';
import { MAX_PROPOSAL_BYTES, type Proposal } from '../../../model/hub-api/proposals.ts';
import { judgeShape } from '../../../packs/judge-shape.ts';
import { lintPack } from '../../../packs/lint-pack.ts';
import { parsePack } from '../../../packs/parse-pack.ts';
import type { ProblemDetails } from '../../http/problem.ts';
import { findUnstorable } from '../../store/find-unstorable.ts';
import { packAround } from './guide-to-take.ts';

export type JudgedProposal = { ok: true } | { ok: false; status: 413 | 422; why: ProblemDetails };

const KINDS = ['walkthrough', 'tip'];

/**
 * Is this a guide that an author can take into a pack? It is judged by the schema of the pack format and by all that keeps a guide from
 * working, as a draft is that is handed in.
 */
export function judgeProposal(proposal: Proposal, now: Date): JudgedProposal {
  const misshapen = judgeShape(proposal);
  if (misshapen) return { ok: false, status: 422, why: faulty([misshapen]) };
  const size = Buffer.byteLength(JSON.stringify(proposal));
  if (size > MAX_PROPOSAL_BYTES) return { ok: false, status: 413, why: tooLarge(proposal, size) };
  const faults = faultsOf(proposal, now);
  return faults.length === 0 ? { ok: true } : { ok: false, status: 422, why: faulty(faults) };
}

function faultsOf(proposal: Proposal, now: Date): Fault[] {
  const unstorable = findUnstorable(proposal);
  if (unstorable) return [{ ...unstorable, remedy: 'Remove that character.' }];
  const { guide, pictures = {} } = proposal;
  if (!KINDS.includes(String(guide.kind)))
    return [{ path: 'guide.kind', reason: 'must be "walkthrough" or "tip"', remedy: 'Propose a walkthrough or a tip.' }];
  const parsed = parsePack(packAround(proposal));
  const found = parsed.ok ? lintPack(parsed.pack, now.toISOString().slice(0, 10)).filter(({ warning }) => !warning) : parsed.why;
  if (found.length > 0) return found.map((fault) => ({ ...fault, path: fault.path.replace(/^guides\[0\]/, 'guide') }));
  const steps = Array.isArray(guide.steps) ? guide.steps.map((step) => memberOf(step, 'id')) : [];
  return Object.keys(pictures)
    .filter((id) => id !== guide.id && !steps.includes(id))
    .map((id) => ({
      path: `pictures.${id}`,
      reason: 'belongs to no step of the guide',
      remedy: 'Name a picture by the id of its step, or leave it out.',
    }));
}

function faulty(faults: readonly Fault[]): ProblemDetails {
  const lines = faults.slice(0, 20).map(({ path, reason, remedy }) => `${path || 'the proposal'}: ${reason}. ${remedy}`);
  return { kind: 'faulty-proposal', detail: lines.join('\n'), remedy: 'Correct this in the draft, and propose it again.' };
}

function tooLarge({ guide, pictures }: Proposal, size: number): ProblemDetails {
  const sizes = { guide: sizeOf(guide), pictures: sizeOf(pictures ?? {}) };
  const path = sizes.pictures > sizes.guide ? 'pictures' : 'guide';
  return {
    kind: 'too-large',
    detail: `${path}: has ${sizes[path]} bytes. The proposal has ${size}, and ${MAX_PROPOSAL_BYTES} are accepted.`,
    remedy: path === 'pictures' ? 'Leave pictures out.' : 'Divide the guide into two, or shorten its texts.',
  };
}

const sizeOf = (value: unknown): number => Buffer.byteLength(JSON.stringify(value));
