const NAMES: Record<string, string> = {
  ArrowDown: '↓',
  ArrowUp: '↑',
  Escape: 'Esc',
  Shift: '⇧',
};

/** The keys as they are printed on the person's keyboard, one for each cap: `['Ctrl', 'K']`. */
export const keyLabels = (keys: string, isApple: boolean): string[] =>
  keys
    .split(' ')
    .flatMap((press) => press.split(/\+(?=.)/))
    .map((key) => (key === 'Mod' ? (isApple ? '⌘' : 'Ctrl') : (NAMES[key] ?? (key.length === 1 ? key.toUpperCase() : key))));

export const isApplePlatform = (platform: string): boolean => /^(mac|iphone|ipad)/i.test(platform);
