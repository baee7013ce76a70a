import type { PackVersions, Release } from '../../model/hub-api/releases.ts';
import type { Terminal } from '../command.ts';

export const listOf = (words: readonly string[]): string =>
  words.length === 0 ? 'nobody' : new Intl.ListFormat('en', { type: 'conjunction' }).format(words);

/** To whom a version is offered, as in "20 % of devices of Sales, from 2026-12-01T00:00:00.000Z". */
function reachText({ share, departments, channel, from, until }: Release): string {
  return [
    `${share} % of devices${departments.length > 0 ? ` of ${listOf(departments)}` : ''}`,
    ...(channel === 'test' ? ['in the test channel'] : []),
    ...(from === null ? [] : [`from ${from}`]),
    ...(until === null ? [] : [`until ${until}`]),
  ].join(', ');
}

/** One line for a version: its state, to whom it is offered, and who is behind it. */
export function releaseText(release: Release): string {
  const { version, state, stopReason, publishedBy, approvedBy, copyOf } = release;
  return [
    `${version}  ${state}: ${reachText(release)}`,
    ...(stopReason === null ? [] : [`stopped: ${stopReason}`]),
    ...(copyOf === null ? [] : [`content of version ${copyOf}`]),
    `published by ${publishedBy ?? 'the publishing token'}`,
    ...(approvedBy === null ? [] : [`approved by ${approvedBy}`]),
  ].join('; ');
}

/** A pack with all of its versions, highest first. */
export function printVersions({ pack, app, isOff, offReason, releases }: PackVersions, terminal: Terminal): void {
  terminal.print(`"${pack}" for the app "${app}"${isOff ? `: switched off (${offReason ?? 'without a reason'})` : ''}`);
  for (const one of releases) terminal.print(`  ${releaseText(one)}`);
}
