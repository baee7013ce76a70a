import { issueFaults } from '../../model/fault/issue-faults.ts';
import { type Reach, reach } from '../../model/hub-api/releases.ts';
import { type CommandCall, UsageError } from '../command.ts';

/** Options by which a version is offered to some devices. */
export const reachOptions = {
  share: { type: 'string' },
  departments: { type: 'string' },
  channel: { type: 'string' },
  from: { type: 'string' },
  until: { type: 'string' },
} as const;

export const REACH_USAGE =
  '[--share PER-CENT] [--departments A,B|all] [--channel test|live] [--from TIME|now] [--until TIME|none]';

export const everybody: Reach = { channel: 'live', share: 100, departments: [], from: null, until: null };

/** To whom a version is to be offered: what the options say, and otherwise what holds already. */
export function readReach(options: CommandCall['options'], before: Reach): Reach {
  const { share, departments, channel, from, until } = options;
  const wanted = {
    channel: channel ?? before.channel,
    share: share === undefined ? before.share : Number(share.replace(/\s*%$/, '') || Number.NaN),
    departments: departments === undefined ? before.departments : readDepartments(departments),
    from: from === undefined ? before.from : readTime('--from', from, 'now'),
    until: until === undefined ? before.until : readTime('--until', until, 'none'),
  };
  const judged = reach.safeParse(wanted);
  if (judged.success) return judged.data;
  const [fault] = issueFaults(reach, wanted, judged.error);
  throw new UsageError(`--${fault?.path.replace(/[.[].*$/s, '')} ${fault?.reason}. ${fault?.remedy}`);
}

/** Names with a comma are given as JSON. */
function readDepartments(written: string): string[] {
  if (written === 'all') return [];
  if (!written.startsWith('['))
    return written
      .split(',')
      .map((one) => one.trim())
      .filter(Boolean);
  try {
    return JSON.parse(written) as string[];
  } catch {
    throw new UsageError('--departments takes names with commas between, or a list in JSON, as in ["Sales, North"].');
  }
}

function readTime(option: string, written: string, never: string): string | null {
  if (written === never) return null;
  const time = Date.parse(written);
  if (Number.isNaN(time)) throw new UsageError(`${option} takes a time such as 2026-12-01T08:00:00+01:00, or "${never}".`);
  return new Date(time).toISOString();
}
