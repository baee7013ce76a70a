import type { Ask } from '../../messaging/ask.ts';
import { keyOfGuide } from '../../model/pack/guide-key.ts';
import type { GuideSummary } from '../../model/pack/guide-summary.ts';
import type { LocalizedGuide } from '../../model/pack/localized-guide.ts';

type GuideOf<K extends LocalizedGuide['kind']> = Extract<LocalizedGuide, { kind: K }>;

export interface GuideBodies {
  /** The whole of a guide that was sent as a summary; undefined if it is no longer in force. */
  of<S extends GuideSummary>(summary: S): Promise<GuideOf<S['kind']> | undefined>;
  /** The guide of that pack and id, if it is of this kind. */
  find<K extends LocalizedGuide['kind']>(kind: K, pack: string, id: string): Promise<GuideOf<K> | undefined>;
  /** Packs may have changed: nothing fetched so far counts any more. */
  forget(): void;
}

/** Fetches whole guides when they are needed, each once between two arrivals. */
export function createGuideBodies(ask: Ask): GuideBodies {
  const fetched = new Map<string, Promise<LocalizedGuide | undefined>>();

  function load(key: string): Promise<LocalizedGuide | undefined> {
    const body = fetched.get(key) ?? ask('guide.body', { guide: key }).then((reply) => (reply.ok ? reply.guide : undefined));
    fetched.set(key, body);
    return body;
  }

  async function find<K extends LocalizedGuide['kind']>(kind: K, pack: string, id: string): Promise<GuideOf<K> | undefined> {
    const guide = await load(keyOfGuide({ pack: { id: pack }, id }));
    return guide?.kind === kind ? (guide as GuideOf<K>) : undefined;
  }

  return {
    of: <S extends GuideSummary>({ kind, pack, id }: S) => find<S['kind']>(kind, pack.id, id),
    find,
    forget: () => fetched.clear(),
  };
}
