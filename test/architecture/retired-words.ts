/** A word that names no longer use, because a reader could not guess what it means. */
export interface RetiredWord {
  /** In lower case; several words stand one after the other in a name. */
  words: string;
  /** What to say. */
  instead: string;
  /** Retired only as a whole name, not as a part of one. */
  asWhole?: true;
  /** Names that may have it. */
  except?: readonly string[];
}

/** One word for one thing: the glossary has the words in use. */
export const RETIRED_WORDS: readonly RetiredWord[] = [
  { words: 'kept', instead: 'what it holds, such as personStore, cached or retained' },
  { words: 'said', instead: 'text, announcement, payload or output', except: ['youSaid'] },
  { words: 'told', instead: 'message, event or reported' },
  { words: 'heard', instead: 'received, events or output lines' },
  { words: 'sought', instead: 'query or target' },
  { words: 'met', instead: 'control, node or matched', asWhole: true },
  { words: 'say', instead: 't for a translation, log for a line of progress, announce for a live region' },
  { words: 'wiring', instead: 'a type that ends in Deps' },
  { words: 'means', instead: 'deps, of a type that ends in Deps' },
  { words: 'needs', instead: 'requirements, or deps of a type that ends in Deps', asWhole: true },
  { words: 'telling', instead: 'deps, of a type that ends in Deps' },
  { words: 'in turn', instead: 'createMutex().runExclusive' },
  { words: 'spare', instead: 'fallback, or free for a port' },
  { words: 'move out', instead: 'evacuate' },
  { words: 'ear', instead: 'listener context' },
  { words: 'by word', instead: 'invert-word-map' },
  { words: 'bench', instead: 'judges', asWhole: true },
  { words: 'seat', instead: 'judge' },
  { words: 'dress', instead: 'press feedback, or reset host attributes' },
  { words: 'wear', instead: 'apply theme' },
  { words: 'worn', instead: 'theme' },
  { words: 'look for', instead: 'watchSilentChanges, or locate' },
  { words: 'ground', instead: 'host parent' },
  { words: 'grounds', instead: 'event roots' },
  { words: 'grew', instead: 'onAdded' },
  { words: 'abreast', instead: 'frame sync' },
  { words: 'shower', instead: 'presenter' },
  { words: 'stretch', instead: 'subtree span' },
  { words: 'shut', instead: 'closed hosts' },
  { words: 'stroke', instead: 'control signature' },
  { words: 'sketch', instead: 'neighbourhood' },
  { words: 'armful', instead: 'MAX_SPREAD_ARGS' },
  { words: 'hushed', instead: 'prompts suppressed' },
  { words: 'spoken', instead: 'active prompt' },
  { words: 'speaking', instead: 'prompt' },
  { words: 'speaks', instead: 'pickPrompt' },
  { words: 'fall silent', instead: 'clearPrompt' },
  { words: 'note look', instead: 'recordAccess' },
  { words: 'looks', instead: 'access log', asWhole: true },
  { words: 'again', instead: 'duplicate', asWhole: true },
  { words: 'taken', instead: 'accepted', asWhole: true },
  { words: 'door', instead: 'client' },
  { words: 'lies in', instead: 'matchesUrlScope' },
  { words: 'beside', instead: 'target, for the element that something is placed at', asWhole: true },
  { words: 'ways up', instead: 'composedAncestors' },
  { words: 'drawn around', instead: 'composedAncestors' },
  { words: 'trees around', instead: 'containing trees' },
  { words: 'flat tree', instead: 'composed tree' },
  { words: 'trouble', instead: 'error kind' },
  { words: 'loosen', instead: 'anonymise' },
  { words: 'holders', instead: 'owners by id' },
  { words: 'is written', instead: 'looksAuthored' },
  { words: 'name parts', instead: 'authoredTokens' },
  { words: 'unwell', instead: 'faulty or notPassed' },
  { words: 'stranger', instead: 'unknown sender' },
];
