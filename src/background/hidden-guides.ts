import type { PackGuide } from '../packs/pack-guide.ts';
import { isOpenedByPerson, judgePreferences, type PromptPreferences } from '../targeting/judge-preferences.ts';

const HIDDEN_BY: ReadonlySet<string> = new Set(['muted-guide', 'dismissed', 'cooldown']);

/** Has the person muted or dismissed this very guide, so that it is not shown to them although it otherwise might be? */
export function isHiddenByPerson(guide: PackGuide, { mute, ...rest }: Omit<PromptPreferences, 'app'>): boolean {
  if (isOpenedByPerson(guide)) return false;
  const verdict = judgePreferences(guide, { ...rest, app: guide.pack.app, mute: { ...mute, until: null, apps: [] } });
  return !verdict.fits && HIDDEN_BY.has(verdict.rule);
}
