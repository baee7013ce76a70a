import type { Anchor, Traits } from '../model/pack/anchor.ts';
import type { ControlDifference } from '../model/pack/control-finding.ts';
import { isSameLanguage } from './match/languages.ts';

const PLACE_TRAITS = ['row', 'section', 'precedingText'] as const satisfies readonly (keyof Traits)[];

/** A control that tells itself less well from the others than this has one that is much like it. */
const SURE = 0.98;

/**
 * In what a control as it is today differs from how it was recorded, for an author who may take it. Words are compared in one language
 * only, and an anchor written by hand has no place.
 */
export function anchorDifferences(recorded: Anchor, today: Anchor): ControlDifference[] {
  const isReadable = !recorded.language || !today.language || isSameLanguage(recorded.language, today.language);
  return [
    ...(recorded.role === today.role ? [] : ['role' as const]),
    ...(isReadable && isNamedOtherwise(recorded, today) ? ['name' as const] : []),
    ...(recorded.traits && isElsewhere(recorded.traits, today.traits ?? {}, isReadable) ? ['place' as const] : []),
    ...(today.traits?.unique || (today.confidence ?? 1) >= SURE ? [] : ['rival' as const]),
  ];
}

function isNamedOtherwise(recorded: Anchor, today: Anchor): boolean {
  if (recorded.traits) return (recorded.traits.name ?? '') !== (today.traits?.name ?? '');
  const names = typeof recorded.name === 'string' ? [recorded.name] : Object.values(recorded.name ?? {});
  return names.length > 0 && !names.some((name) => name === today.name);
}

const isElsewhere = (recorded: Traits, today: Traits, isReadable: boolean): boolean =>
  (recorded.landmark ?? '') !== (today.landmark ?? '') ||
  (isReadable && PLACE_TRAITS.some((trait) => (recorded[trait] ?? '') !== (today[trait] ?? '')));
