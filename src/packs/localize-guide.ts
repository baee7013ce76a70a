import type { Credit } from '../model/pack/credit.ts';
import type { Guide } from '../model/pack/guide.ts';
import type { LocalizedGuide, LocalizedPack } from '../model/pack/localized-guide.ts';
import type { Pack } from '../model/pack/pack.ts';
import { localize, type Text } from '../model/text/text.ts';
import { visibleText } from '../model/text/visible-text.ts';
import { localizeBody } from './localize-body.ts';
import { localizeContent } from './localize-content.ts';
import { localizeStep } from './localize-step.ts';

/** A guide in the first of the person's languages that it has, with its Markdown rendered. */
export function localizeGuide(guide: Guide, pack: Pack, languages: readonly string[]): LocalizedGuide {
  const t = (text: Text) => localize(text, languages, pack.language);
  const { id, where, who, from, until, priority, credit, requiresControl, stage, after, unless, share } = guide;
  const common = {
    id,
    where,
    who,
    from,
    until,
    priority,
    credit: shownCredit(credit),
    requiresControl,
    stage,
    after,
    unless,
    share,
    title: t(guide.title),
    app: pack.app,
    pack: localizedPack(pack, languages),
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

/** What nobody sees is removed, as in every other text; what has nothing else says nothing. */
function shownCredit(credit: Credit | undefined): Credit | undefined {
  if (!credit) return undefined;
  const [name, department] = [credit.name, credit.department].map((part) => visibleText(part ?? '').trim());
  return { ...(name && { name }), ...(department && { department }) };
}

const guidesByPack = new WeakMap<Pack, Map<string, LocalizedGuide>>();

/**
 * The guide with that id, if the pack has it. Made once for the same pack and languages: packs are read, and so made, once for each digest
 * of their content.
 */
export function localizedGuideIn(pack: Pack, id: string, languages: readonly string[]): LocalizedGuide | undefined {
  const made = guidesByPack.get(pack) ?? new Map<string, LocalizedGuide>();
  guidesByPack.set(pack, made);
  const key = [id, ...languages].join();
  const written = pack.guides.find((one) => one.id === id);
  const guide = made.get(key) ?? (written && localizeGuide(written, pack, languages));
  if (guide) made.set(key, guide);
  return guide;
}

export function localizedPack(pack: Pack, languages: readonly string[]): LocalizedPack {
  const { id, version, language, sample } = pack;
  return { id, version, title: localize(pack.title, languages, language), language, sample };
}
