import type { Anchor } from '../model/pack/anchor.ts';
import { chooseLanguage } from '../model/text/text.ts';
import type { RecordedStep } from './recording-schema.ts';

const PREFIX = 'aria/';
const ATTRIBUTE = /\[\s*(\w+)\s*=\s*(["'])(.*?)\2\s*\]/g;

/** Roles that elements have by themselves, for selectors that name an element and not a role. */
const ROLES_BY_TAG: Record<string, string> = {
  a: 'link',
  button: 'button',
  input: 'textbox',
  select: 'combobox',
  textarea: 'textbox',
  summary: 'button',
  li: 'listitem',
  tr: 'row',
  td: 'cell',
};

/** A control by its role and name, as the Recorder panel and Puppeteer write it; undefined for one without a name. */
export function ariaSelectorOf({ role, name }: Anchor, language: string): string | undefined {
  return name === undefined ? undefined : `${PREFIX}${chooseLanguage(name, [language], language).text}[role="${role}"]`;
}

/** The anchor that the selectors of a step give, and whether its role is a guess; undefined where none of them has a name. */
export function anchorFrom({ selectors = [], type }: RecordedStep): { anchor: Anchor; isGuess: boolean } | undefined {
  const chains = selectors.map((one) => [one].flat());
  const parts = chains.find((chain) => chain.every((part) => part.startsWith(PREFIX)))?.map(partFrom) ?? [];
  // A part without a name is something in the one before, such as the text of a button.
  const named = parts.findLastIndex(({ name }) => name !== '');
  const { name, role: own } = parts[named] ?? {};
  if (!name) return undefined;
  const inner = parts.slice(named + 1).find(({ role }) => role && role !== 'generic');
  const role = own || inner?.role;
  return {
    anchor: {
      role:
        role ??
        guessRole(
          chains.map((chain) => chain.at(-1)!),
          type,
        ),
      name,
    },
    isGuess: !role,
  };
}

function partFrom(part: string): { name: string; role: string | undefined } {
  const written = part.slice(PREFIX.length);
  const attributes = new Map([...written.matchAll(ATTRIBUTE)].map(([, key, , value]) => [key!, value!]));
  const name = (attributes.get('name') ?? written.replace(ATTRIBUTE, '')).trim().slice(0, 200);
  return { name, role: attributes.get('role')?.slice(0, 60) };
}

function guessRole(selectors: readonly string[], type: string): string {
  for (const one of selectors) {
    const tag = /(?:^|[\s>])([a-z][a-z0-9]*)(?:[.#:[][^\s>]*)?$/i.exec(one.replace(/^(css|pierce)\//, ''))?.[1]?.toLowerCase();
    if (tag && !one.startsWith(PREFIX) && Object.hasOwn(ROLES_BY_TAG, tag)) return ROLES_BY_TAG[tag]!;
  }
  return type === 'change' ? 'textbox' : 'button';
}
