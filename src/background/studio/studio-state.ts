import type { StudioState } from '../../messaging/studio-messages.ts';
import { appAt } from '../../policy/app-at.ts';
import { mayRecordIn } from '../../policy/may-record.ts';
import type { BackgroundDeps } from '../background-deps.ts';
import type { StudioRecording } from './studio-recording.ts';
import type { StudioSessionItem } from './studio-session.ts';
import type { ActivePage, StudioTabs } from './studio-tabs.ts';

interface StudioStateDeps extends Pick<BackgroundDeps, 'policy'> {
  scripts: Pick<BackgroundDeps['scripts'], 'framesIn'>;
  session: StudioSessionItem;
  studioTabs: Pick<StudioTabs, 'activePage'>;
  recording: Pick<StudioRecording, 'current'>;
  /** Do frames of other origins of an app get the script? Where patterns have no ports, they do not. */
  seesFrames: boolean;
}

/** What the studio may do on the page in front, and what it is doing. */
export async function readStudioState({
  policy,
  scripts,
  session,
  studioTabs,
  recording,
  seesFrames,
}: StudioStateDeps): Promise<StudioState> {
  const [page, inForce, { picking, trying }] = await Promise.all([studioTabs.activePage(), policy(), session.get()]);
  const may = page !== undefined && mayRecordIn(page.app.id, inForce);
  const current = await recording.current();
  /** Frames of the page that the recorder cannot see. */
  const countUnseen = async ({ tab, app }: ActivePage) =>
    (await scripts.framesIn(tab)).filter((url) => !seesFrames || appAt(inForce, url)?.id !== app.id).length;
  return {
    may: { record: may, propose: may && inForce.hub !== undefined },
    ...(page && { app: { id: page.app.id, name: page.app.name } }),
    recording: current && {
      ...{ draft: current.draft, steps: current.steps, missed: current.missed },
      ...(current.translation && { translation: current.translation }),
      unseenFrames: page?.app.id === current.app ? await countUnseen(page) : 0,
    },
    picking: picking && { draft: picking.draft },
    trying: trying?.draft ?? null,
  };
}
