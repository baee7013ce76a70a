/** What a person has muted. It outranks every campaign, and nobody is shown who uses it. */
export interface MuteState {
  /** Milliseconds since the epoch; `Number.MAX_SAFE_INTEGER` until unmuted; null if tips are not muted in general. */
  until: number | null;
  /** Ids of apps. */
  apps: string[];
  /** Guides by `pack/guide`. */
  guides: string[];
}

export const notMuted: MuteState = { until: null, apps: [], guides: [] };

/** Are prompts muted in this app now? */
export const isMutedIn = (mute: MuteState, app: string, now: number): boolean =>
  (mute.until !== null && mute.until > now) || mute.apps.includes(app);

export type MuteRequest = 'hour' | 'today' | 'app' | 'guide' | 'always' | 'none';

export interface MuteScope {
  app?: string | undefined;
  guide?: string | undefined;
  now: number;
}

/** Adds a request to the current state; `none` removes the general mute and that of this app. */
export function applyMuteRequest(before: MuteState, request: MuteRequest, { app, guide, now }: MuteScope): MuteState {
  switch (request) {
    case 'hour':
      return { ...before, until: now + 3_600_000 };
    case 'today':
      return { ...before, until: endOfDay(now) };
    case 'always':
      return { ...before, until: Number.MAX_SAFE_INTEGER };
    case 'app':
      return app ? { ...before, apps: [...new Set([...before.apps, app])] } : before;
    case 'guide':
      return guide ? { ...before, guides: [...new Set([...before.guides, guide])] } : before;
    case 'none':
      return { ...before, until: null, apps: before.apps.filter((one) => one !== app && app !== undefined) };
  }
}

/** The next midnight, local time. */
export function endOfDay(now: number): number {
  const day = new Date(now);
  day.setHours(24, 0, 0, 0);
  return day.getTime();
}
