import type { JourneyUpdate } from '../friction/journey/follow-journey.ts';
import type { UnnamedFinding } from '../messaging/messages.ts';
import type { BackgroundDeps } from './background-deps.ts';

/** Records what a fact of a journey led to. Findings about a control are returned: the page alone can name it. */
export function createNewsRecorder({ shelf, record }: Pick<BackgroundDeps, 'shelf' | 'record'>) {
  return async (
    { app, route }: { app: string; route: string },
    { findings, taskEvents }: Pick<JourneyUpdate, 'findings' | 'taskEvents'>,
  ): Promise<UnnamedFinding[]> => {
    const unnamed: UnnamedFinding[] = [];
    for (const { at: _at, control: number, route: elsewhere, ...finding } of findings)
      if (number === undefined) await record({ kind: 'friction', app, ...finding, route: elsewhere || route });
      else unnamed.push({ ...finding, number });
    for (const { at: _at, ms, ...event } of taskEvents) {
      const pack = (await shelf.packs()).find((one) => one.app === app && one.tasks?.some(({ id }) => id === event.task));
      const time = ms === undefined ? {} : { ms: Math.round(ms) };
      if (pack) await record({ kind: 'task', app, pack: pack.id, version: pack.version, ...event, ...time });
    }
    return unnamed;
  };
}
