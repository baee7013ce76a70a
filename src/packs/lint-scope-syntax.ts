import type { Fault } from '../model/fault/fault.ts';
import type { PlacedPattern } from '../model/pack/places-of.ts';

/** A sign of an address that is syntax of a pattern, so that the place matches something else than it reads. */
interface Misreading {
  sign: RegExp;
  replacement: string;
  reason: string;
  warning?: true;
}

const MISREADINGS: readonly Misreading[] = [
  {
    // `:id?`, `*?`, `)?` and `}?` mean "once or not at all"; a query after them needs a backslash.
    sign: /(?<!#.*)(?<=:\w+|(?<!\\)[*)}])\?(?=[\w%[])/g,
    replacement: '\\?',
    reason: 'has a "?" that makes what stands before it optional, and begins no query',
  },
  {
    sign: /(?<=#[^#]*)\\?\?(?=[\w%]).*$/g,
    replacement: '',
    reason: 'has a query in its hash, which places do not look at, so that it matches nothing',
  },
  {
    sign: /\{([A-Za-z_]\w*)\}(?![?*+])/g,
    replacement: ':$1',
    reason: 'has a name in braces, which matches that very word and does not vary',
  },
  {
    // OData: `/Orders(1)`, `/Orders(:id)`. A group with no sign of a regular expression in it matches those very letters.
    sign: /(?<=[\w%])(?<!:\w+)\((:?[\w\-,=' %]*)\)(?![?*+])/g,
    replacement: '\\($1\\)',
    reason: 'has brackets that make a group, so that it matches addresses without them',
  },
  {
    sign: /(?<=[A-Za-z0-9_%.-]):(?=[A-Za-z_]\w*(?:[/?#]|$))/g,
    replacement: '\\:',
    reason: 'has a ":" in the middle of a part, so that what follows varies',
    warning: true,
  },
];

/** Finds signs of the address itself that the place reads as syntax, and says how to write it. */
export function lintScopeSyntax({ path, place }: PlacedPattern): Fault[] {
  return MISREADINGS.flatMap(({ sign, replacement, reason, warning }): Fault[] => {
    const corrected = place.replace(new RegExp(`(?<!\\\\)(?:${sign.source})`, sign.flags), replacement);
    if (corrected === place) return [];
    const remedy = `Write ${JSON.stringify(corrected)}${warning ? ' if the address itself has it' : ''}.`;
    return [{ path, reason, remedy, ...(warning && { warning }) }];
  });
}
