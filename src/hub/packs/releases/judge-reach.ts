import type { Reach } from '../../../model/hub-api/releases.ts';
import type { ProblemDetails } from '../../http/problem.ts';
import { hasBegun, isForEverybody, type ReleaseTerms } from './offered-releases.ts';
import { isRollOut, releaseState } from './release-state.ts';

export type JudgeReachResult = { ok: true } | { ok: false; status: 400 | 409; why: ProblemDetails };

export interface ReachChange {
  version: number;
  wanted: Reach;
  /** All releases of the pack. The version is among them, unless it is being published. */
  releases: readonly ReleaseTerms[];
  now: Date;
}

/**
 * May a version have that reach? The first row that holds refuses it:
 *
 * | problem          | holds if                                                                                 |
 * |------------------|------------------------------------------------------------------------------------------|
 * | malformed        | it ends before it begins, or has ended already                                           |
 * | stopped          | its roll-out was stopped                                                                 |
 * | superseded       | a higher version is for everybody, in its channel or in the wanted one                   |
 * | back-to-test     | it is live, and wanted in test only                                                      |
 * | begun            | it was offered, and is to begin later in the same channel                                |
 * | narrower         | it was offered, and fewer devices of the same channel are wanted                         |
 * | other-roll-out   | another version is being rolled out in that channel, and this one is not for everybody   |
 */
export function judgeReach(change: ReachChange): JudgeReachResult {
  const { wanted, releases, version, now } = change;
  if (!isInOrder(wanted, now)) return { ok: false, status: 400, why: notInOrder };
  const current = releases.find((one) => one.version === version);
  const problem = (current && judgeChange(current, change)) ?? judgePlace(change);
  return problem ? { ok: false, status: 409, why: problem } : { ok: true };
}

const isInOrder = ({ from, until }: Reach, now: Date): boolean =>
  until === null || (new Date(until) > now && (from === null || from < until));

function judgeChange(current: ReleaseTerms, { wanted, releases, now }: ReachChange): ProblemDetails | undefined {
  const { version, channel } = current;
  const state = releaseState(current, releases, now);
  if (state === 'stopped') return stopped(version);
  if (state === 'superseded') return superseded(version);
  if (channel === 'live' && wanted.channel === 'test') return backToTest(version);
  if (state === 'scheduled' || channel !== wanted.channel) return undefined;
  if (wanted.from !== null && new Date(wanted.from) > now) return begun(version);
  return isNarrower(wanted, current) ? narrower(version, current) : undefined;
}

const isNarrower = (wanted: Reach, { share, departments }: ReleaseTerms): boolean =>
  wanted.share < share ||
  (wanted.departments.length > 0 && (departments.length === 0 || departments.some((one) => !wanted.departments.includes(one))));

/** The release as it would be, among the others. */
function judgePlace({ version, wanted, releases, now }: ReachChange): ProblemDetails | undefined {
  const times = { startsAt: dateOf(wanted.from), endsAt: dateOf(wanted.until), stoppedAt: null };
  const own: ReleaseTerms = { version, channel: wanted.channel, share: wanted.share, departments: wanted.departments, ...times };
  const others = releases.filter((one) => one.version !== version);
  if (releaseState(own, [...others, own], now) === 'superseded') return superseded(version);
  if (isForEverybody(own)) return undefined;
  const rollOut = others.find((one) => one.channel === own.channel && isRollOut(one, [...others, own], now));
  return rollOut && otherRollOut(rollOut, now);
}

const dateOf = (text: string | null): Date | null => (text === null ? null : new Date(text));

const notInOrder: ProblemDetails = {
  kind: 'malformed',
  detail: '`until` is not after `from`, or has passed already.',
  remedy: 'Give a later `until`, or null. To end a version now, stop its roll-out, roll the pack back or switch it off.',
};
const stopped = (version: number): ProblemDetails => ({
  kind: 'roll-out-stopped',
  detail: `The roll-out of version ${version} was stopped, and it is offered to no further device.`,
  remedy: 'To offer its content nevertheless, roll the pack back to this version: it then becomes a new one, for everybody.',
});
const superseded = (version: number): ProblemDetails => ({
  kind: 'superseded',
  detail: `A higher version than ${version} is for everybody, and no device goes back to a lower one.`,
  remedy: 'To bring its content back, roll the pack back to this version: it then becomes a new one.',
});
const backToTest = (version: number): ProblemDetails => ({
  kind: 'already-live',
  detail: `Version ${version} is live. Devices that have it would not give it back.`,
  remedy: 'Stop its roll-out, or roll the pack back to an earlier version.',
});
const begun = (version: number): ProblemDetails => ({
  kind: 'already-begun',
  detail: `Version ${version} is offered already, so it cannot begin later.`,
  remedy: 'Leave `from` as it is, or give null.',
});
const narrower = (version: number, { share, departments }: ReleaseTerms): ProblemDetails => ({
  kind: 'narrower',
  detail: `Version ${version} is offered to ${share} % of devices${departments.length > 0 ? ` in ${departments.join(', ')}` : ''}, and devices that have it would not give it back.`,
  remedy: 'Give at least that share and those departments, stop its roll-out, or roll the pack back.',
});
const otherRollOut = ({ version, channel, startsAt }: ReleaseTerms, now: Date): ProblemDetails => ({
  kind: 'other-roll-out',
  detail: `Version ${version} is ${hasBegun({ startsAt }, now) ? 'being' : 'to be'} rolled out in the ${channel} channel, and there is one roll-out at a time.`,
  remedy: `Widen version ${version} to everybody or stop it first. Or publish this one for everybody, which replaces it.`,
});
