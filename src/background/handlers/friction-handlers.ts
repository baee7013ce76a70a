import { isIgnored } from '../../friction/journey/is-ignored.ts';
import type { AppOrigin, MessageHandlers } from '../../messaging/message-router.ts';
import type { BackgroundDeps } from '../background-deps.ts';
import type { createJourneyTracker } from '../journey-tracker.ts';
import type { StudioTrial } from '../studio/studio-trial.ts';

const NOT_OBSERVED = {
  ok: false as const,
  why: 'Friction is switched off, recording is paused, or a draft is tried.',
};

type FrictionHandlersDeps = Pick<BackgroundDeps, 'policy' | 'record' | 'scripts' | 'pause' | 'shelf' | 'disclosure'> & {
  studio: { trial: Pick<StudioTrial, 'isTrying'> };
};

/** Takes what pages report of friction. App and route come from the address that the browser gives, never from the page. */
export function createFrictionHandlers(
  { policy, record, scripts, pause, shelf, disclosure, studio }: FrictionHandlersDeps,
  journeys: Pick<ReturnType<typeof createJourneyTracker>, 'routeAt' | 'receive'>,
): Pick<MessageHandlers, 'friction' | 'journey' | 'errors'> {
  async function locate({ app, url, tab, frameId, isTopFrame }: AppOrigin) {
    if (!(await policy()).switches.friction || (await pause.current())) return undefined;
    if (await studio.trial.isTrying(app.id)) return undefined;
    return { app: app.id, url, tab: tab.id, frameId, frame: `${tab.id}:${isTopFrame ? 0 : frameId}` };
  }

  return {
    async friction({ control: observed, agoMs = 0, ...finding }, origin) {
      const here = await locate(origin);
      if (!here) return NOT_OBSERVED;
      const rules = (await shelf.packs()).flatMap((pack) => (pack.app === here.app ? (pack.ignore ?? []) : []));
      if (isIgnored({ ...finding, control: observed }, here.url, rules))
        return { ok: false, why: 'A pack of this app says that this is no friction here.' };
      const control = observed && (await disclosure.disclose(here.app, observed));
      const route = await journeys.routeAt(here, agoMs);
      return record({ kind: 'friction', app: here.app, route, ...finding, ...(control && { control }) });
    },
    async journey({ facts, sentAt }, origin) {
      const here = await locate(origin);
      if (!here) return NOT_OBSERVED;
      return { ok: true, found: await journeys.receive(here, facts, sentAt) };
    },
    async errors({ channel }, origin) {
      const here = await locate(origin);
      if (!here) return NOT_OBSERVED;
      await scripts.reportErrorsOf(here.tab, here.frameId, channel);
      return { ok: true };
    },
  };
}
