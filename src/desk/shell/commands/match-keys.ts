import { type DeskCommand, isEnabled } from './desk-command.ts';
import { isCharacter, tokensOf } from './key-token.ts';

/** How long the second key of `g i` may take. */
export const SEQUENCE_MS = 1_500;

/** The keys of an unfinished sequence, and when the last of them was pressed. */
export interface PendingKeys {
  tokens: readonly string[];
  at: number;
}

export const NO_KEYS: PendingKeys = { tokens: [], at: 0 };

export interface KeyMatch {
  pending: PendingKeys;
  /** To be run. */
  command?: DeskCommand;
  /** The key is part of a shortcut, so nothing else is to act on it. */
  isUsed: boolean;
}

interface MatchDeps {
  commands: readonly DeskCommand[];
  /** Single characters count as shortcuts. */
  hasCharacters: boolean;
  isRepeat: boolean;
  now: number;
}

const isStart = (keys: readonly string[], pressed: readonly string[]): boolean =>
  pressed.length <= keys.length && pressed.every((token, at) => token === keys[at]);

/** What one more key press means after those of an unfinished sequence. */
export function matchKeys(pending: PendingKeys, token: string, { commands, hasCharacters, isRepeat, now }: MatchDeps): KeyMatch {
  const isFresh = pending.tokens.length > 0 && now - pending.at <= SEQUENCE_MS;
  if (!hasCharacters && isCharacter(token)) return { pending: NO_KEYS, isUsed: false };
  const pressed = isFresh ? [...pending.tokens, token] : [token];
  const candidates = commands
    .filter(isEnabled)
    .flatMap((command) => command.keys.map((keys) => ({ command, keys: tokensOf(keys) })))
    .filter(({ keys }) => isStart(keys, pressed));
  const command = candidates.find(({ keys }) => keys.length === pressed.length)?.command;
  if (command) return { pending: NO_KEYS, isUsed: true, ...((!isRepeat || command.repeats) && { command }) };
  if (candidates.length > 0) return { pending: { tokens: pressed, at: now }, isUsed: true };
  // After `g`, a key that leads nowhere must not act on its own: the person meant to go somewhere.
  return { pending: NO_KEYS, isUsed: isFresh };
}
