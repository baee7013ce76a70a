/** What a person asked to be spared. It is theirs, it outranks every campaign, and nobody is shown who uses it. */
export interface Quiet {
  /** Milliseconds since the epoch; `Number.MAX_SAFE_INTEGER` until they ask; null for no general quiet. */
  until: number | null;
  /** Ids of apps. */
  apps: string[];
  /** Guides by `pack/guide`. */
  guides: string[];
}

export const noQuiet: Quiet = { until: null, apps: [], guides: [] };

/** May nothing be shown unasked in this app now? */
export const isQuietIn = (quiet: Quiet, app: string, now: number): boolean =>
  (quiet.until !== null && quiet.until > now) || quiet.apps.includes(app);

export type QuietWish = 'hour' | 'today' | 'app' | 'guide' | 'always' | 'none';

export interface QuietScope {
  app?: string | undefined;
  guide?: string | undefined;
  now: number;
}

/** What is asked for, added to what was asked for before; `none` takes back the general quiet and that of this app. */
export function wishQuiet(before: Quiet, wish: QuietWish, { app, guide, now }: QuietScope): Quiet {
  switch (wish) {
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

/** The coming midnight, local time. */
export function endOfDay(now: number): number {
  const day = new Date(now);
  day.setHours(24, 0, 0, 0);
  return day.getTime();
}
