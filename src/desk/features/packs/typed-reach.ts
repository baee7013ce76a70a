import type { Channel, Reach } from '../../../model/hub-api/releases.ts';

/** A reach as it is typed. */
export interface TypedReach {
  channel: Channel;
  share: string;
  departments: string;
  from: string;
  until: string;
}

export const EVERYBODY: TypedReach = { channel: 'live', share: '100', departments: '', from: '', until: '' };

/** A moment as the input of a browser takes it, in the time of the person at the desk. */
function toLocal(moment: string | null): string {
  if (moment === null) return '';
  const at = new Date(moment);
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}

export const typeReach = ({ channel, share, departments, from, until }: Reach): TypedReach => ({
  ...{ channel, share: String(share), departments: departments.join('\n') },
  ...{ from: toLocal(from), until: toLocal(until) },
});

/** What was typed as the hub takes it, or what is wrong with it. */
export function readReach({ channel, share, departments, from, until }: TypedReach): Reach | string {
  const percent = Number(share);
  if (!Number.isInteger(percent) || percent < 1 || percent > 100) return 'The share is a whole number from 1 to 100.';
  const names = departments.split('\n').map((name) => name.trim());
  const moment = (local: string) => (local === '' ? null : new Date(local).toISOString());
  if (from !== '' && until !== '' && from >= until) return 'The end is before the beginning.';
  return { channel, share: percent, departments: [...new Set(names.filter(Boolean))], from: moment(from), until: moment(until) };
}
