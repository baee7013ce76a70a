import { type Fault, formatPath } from '../model/fault/fault.ts';
import { memberOf } from '../model/fault/schema-at.ts';
import { extensionIds } from './extension-ids.ts';
import type { ReadPolicyResult } from './read-policy.ts';

/** Where the stores of Chrome and Edge serve their own extensions, which name these addresses themselves. */
const STORES = /^https:\/\/(?:clients2\.google\.com|edge\.microsoft\.com)\//;
const REASON =
  'installs Cairn from your own address once; later versions are not fetched, because the package itself names no address for updates';
const REMEDY =
  'Install it by "ExtensionSettings", with "override_update_url": true beside "update_url", as "cairn policy template" writes it.';

/** Finds a policy that installs Cairn in Chromium, Chrome or Edge in a way that never updates it. */
export function findMissingUpdates({ within, document }: Extract<ReadPolicyResult, { ok: true }>): Fault[] {
  const id = /[\\.]extensions[\\.]([a-p]{32})(?:\\policy)?$/i.exec(within ?? '')?.[1] ?? extensionIds.chromium;
  const warn = (path: readonly PropertyKey[]): Fault[] => [
    { path: formatPath(path), reason: REASON, remedy: REMEDY, warning: true },
  ];
  const settings = memberOf(memberOf(document, 'ExtensionSettings'), id);
  const address = memberOf(settings, 'update_url');
  if (typeof address === 'string')
    return STORES.test(address) || memberOf(settings, 'override_update_url') === true ? [] : warn(['ExtensionSettings', id]);
  const list = memberOf(document, 'ExtensionInstallForcelist');
  const sources = Array.isArray(list) ? list.map((source: unknown) => String(source).split(';')) : [];
  return sources.flatMap(([forced, url], number) =>
    forced === id && url && !STORES.test(url) ? warn(['ExtensionInstallForcelist', number]) : [],
  );
}
