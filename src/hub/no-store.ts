import { resolve } from 'node:path';
import type { Fault } from '../model/fault/fault.ts';
import { parseUrl } from '../model/text/parse-url.ts';
import type { StoreLocation } from './store/open-store.ts';

/** The fault of a command that is for the store of a hub, where there is none. */
export function noStore({ DATABASE_URL, CAIRN_DATA }: StoreLocation): Fault {
  if (DATABASE_URL)
    return {
      path: 'DATABASE_URL',
      reason: `no hub has used the database ${databaseName(DATABASE_URL)} yet, and this command does not set it up`,
      remedy: 'Set DATABASE_URL to the database of the hub that this is for, or start that hub first: npm run hub.',
    };
  return {
    path: 'CAIRN_DATA',
    reason: `there is no store of a hub in ${resolve(CAIRN_DATA)}, and this command does not make one`,
    remedy: 'Set CAIRN_DATA (or DATABASE_URL) as it is set for the hub that this is for, or start that hub first: npm run hub.',
  };
}

/** Host and name of a database, without the user and the password. */
function databaseName(url: string): string {
  const { host, pathname } = parseUrl(url) ?? { host: '', pathname: '' };
  return `${host}${pathname}`;
}
