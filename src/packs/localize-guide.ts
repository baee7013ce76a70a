import type { Guide } from '../model/pack/guide.ts';
import type { LocalizedGuide, LocalizedPack } from '../model/pack/localized-guide.ts';
import type { Pack } from '../model/pack/pack.ts';
import { localize, type Text } from '../model/text/text.ts';
import { localizeBody } from './localize-body.ts';
import { localizeContent } from './localize-content.ts';
import { localizeStep } from './localize-step.ts';

/** A guide in the first of the person's languages that it has, with its Markdown made into `Rich`. */
export function localizeGuide(guide: Guide, pack: Pack, languages: readonly string[]): LocalizedGuide {
  const t = (text: Text) => localize(text, languages, pack.language);
  const { id, where, who, from, until, priority, requiresControl, stage, after, unless, share } = guide;
  const common = {
    id,
    where,
    who,
    from,
    until,
    priority,
    requiresControl,
    stage,
    after,
    unless,
    share,
    title: t(guide.title),
    app: pack.app,
    pack: shownPack(pack, languages),
  };
  switch (guide.kind) {
    case 'walkthrough':
      return { kind: guide.kind, ...common, steps: guide.steps.map((step) => localizeStep(step, pack, languages)) };
    case 'tip': {
      const { kind, anchor, mark, opens } = guide;
      return { kind, ...common, anchor, mark, body: localizeBody(guide.body, pack, languages), opens };
    }
    default:
      return { ...common, ...localizeContent(guide, pack, languages) };
  }
}

const guidesByPack = new WeakMap<Pack, Map<string, LocalizedGuide[]>>();

/** Every guide of a pack, in its order. Made once for the same pack and languages: a page asks for them at every load. */
export function localizePack(pack: Pack, languages: readonly string[]): LocalizedGuide[] {
  const languageKey = languages.join();
  const byLanguages = guidesByPack.get(pack) ?? new Map<string, LocalizedGuide[]>();
  const guides = byLanguages.get(languageKey) ?? pack.guides.map((guide) => localizeGuide(guide, pack, languages));
  guidesByPack.set(pack, byLanguages.set(languageKey, guides));
  return guides;
}

function shownPack(pack: Pack, languages: readonly string[]): LocalizedPack {
  const { id, version, language, sample } = pack;
  return { id, version, title: localize(pack.title, languages, language), language, sample };
}
