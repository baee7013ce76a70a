import type { Ask } from '../../messaging/ask.ts';
import type { PageScript } from '../../messaging/page-scripts.ts';
import { getOrInsert } from '../../runtime/get-or-insert.ts';
import type { PageScriptParts } from '../page-handle.ts';

/** The further scripts of this frame. Each is injected once, when it is first asked for; again only if that failed. */
export function createPageScripts(ask: Ask) {
  const parts: Partial<PageScriptParts> = {};
  const injected = new Map<PageScript, Promise<boolean>>();

  return {
    /** A script has started, and hands over what it does. */
    provide<S extends PageScript>(script: S, part: PageScriptParts[S]): void {
      parts[script] = part;
    },
    /** What that script does, if it is here already. */
    loaded: <S extends PageScript>(script: S): PageScriptParts[S] | undefined => parts[script],
    /** What that script does, once it is here; undefined where it cannot be injected. */
    async load<S extends PageScript>(script: S): Promise<PageScriptParts[S] | undefined> {
      const isInjected = await getOrInsert(injected, script, async () => (await ask('script.inject', { script })).ok);
      if (!isInjected) injected.delete(script);
      return parts[script];
    },
  };
}
