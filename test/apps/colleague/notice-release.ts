import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { CheckReport } from '../../../src/cli/check/check-report.ts';
import type { Publisher } from '../../journeys/publisher.ts';
import type { TaskShown } from './task-shown.ts';
import type { VariedApp } from './varied-app.ts';

interface NoticeReleaseDeps {
  app: VariedApp;
  publisher: Publisher;
  /** For files of this journey. */
  folder: string;
  shown: TaskShown;
  /** With the published pack. */
  file: string;
}

/** The check finds every control of the release that was recorded; of the next one it says which is no more what it was. */
export async function noticeRelease(deps: NoticeReleaseDeps): Promise<void> {
  const { app, shown } = deps;
  const { acts, release } = shown;
  const before = await check(deps);
  expect(before, said(before)).toMatchObject({ code: 0, states: acts.map(() => 'found') });
  app.release(release.changes);
  const after = await check(deps);
  expect(app.served(), 'Nothing of the release was asked for').toBeGreaterThan(0);
  expect(after.code, said(after)).toBe(1);
  expect(after.states.slice(0, release.lost), said(after)).toEqual(acts.slice(0, release.lost).map(() => 'found'));
  expect(['absent', 'hidden', 'weak', 'ambiguous'], said(after)).toContain(after.states[release.lost]);
}

interface Checked {
  code: number;
  /** Of each control, in the order of the steps. */
  states: readonly string[];
  report: CheckReport;
}

const said = ({ report }: Checked) => JSON.stringify(report.guides, null, 2);

/** `cairn pack check` of the published pack against the app as it is served now. */
async function check({ app, publisher, folder, shown, file }: NoticeReleaseDeps): Promise<Checked> {
  const [written, signIn] = [join(folder, 'report.json'), join(folder, 'sign-in.json')];
  await writeFile(signIn, JSON.stringify({ steps: shown.signIn }));
  const address = app.url + shown.begin;
  const args = ['--app', address, '--sign-in', signIn, '--seconds', '30', '--do-risky', '--json', written];
  const code = await publisher('pack', 'check', file, ...args).then(
    () => 0,
    (error: Error) => {
      if (error.message.includes('ended with 1')) return 1;
      throw error;
    },
  );
  const report = JSON.parse(await readFile(written, 'utf8')) as CheckReport;
  return { code, report, states: report.guides.flatMap(({ anchors }) => anchors.map(({ state }) => state)) };
}
