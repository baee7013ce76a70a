/** Between and after words, and never two in a row: short names in hiragana are made of the same letters. */
const PARTICLES = new Set(
  `の を に は が と で へ も や から まで より では には への での との および または する した して します しました しますか しない できる できません
してください ください です ます ない なし あり ため こと もの された されました されています しています すべての`.split(/\s+/),
);

/** Single characters that applications use beside a word. Most others are also names, alone or in pairs. */
const SINGLE_HAN = new Set('件 年 月 日 時 分 秒 次 前 後 新 旧 全 各 済 中 用 別 順 式 内 外 数 名 行 列'.split(' '));

const MAX_WORD_LENGTH = 16;

type Part = 'word' | 'particle' | 'single';
/** What the run has been read as so far. `single` is a single character before the first word, which does not stand alone. */
type Reading = 'start' | 'single' | 'word' | 'afterParticle' | 'afterSingle';

const TRANSITIONS: Record<Reading, Partial<Record<Part, Reading>>> = {
  start: { word: 'word', single: 'single' },
  single: { word: 'word' },
  word: { word: 'word', particle: 'afterParticle', single: 'afterSingle' },
  afterParticle: { word: 'word' },
  afterSingle: { word: 'word', particle: 'afterParticle' },
};
const COMPLETE: readonly Reading[] = ['word', 'afterParticle', 'afterSingle'];

interface RunDeps {
  isWord: (word: string) => boolean;
  /** Does the run follow a number or a word directly, so that it may begin with a counter or a particle? */
  followsWord: boolean;
}

/** Can the whole run be read as known words with particles between them? */
export function knowsJapanese(run: string, { isWord, followsWord }: RunDeps): boolean {
  const readings: Set<Reading>[] = Array.from({ length: run.length + 1 }, () => new Set());
  readings[0]!.add(followsWord ? 'word' : 'start');
  for (let start = 0; start < run.length; start += 1)
    for (let end = start + 1; end <= Math.min(run.length, start + MAX_WORD_LENGTH); end += 1)
      for (const reading of readings[start]!)
        for (const part of partsOf(run.slice(start, end), isWord)) {
          const next = TRANSITIONS[reading][part];
          if (next) readings[end]!.add(next);
        }
  return COMPLETE.some((reading) => readings[run.length]!.has(reading));
}

const partsOf = (text: string, isWord: (word: string) => boolean): Part[] => [
  ...(text.length > 1 && isWord(text) ? ['word' as const] : []),
  ...(PARTICLES.has(text) ? ['particle' as const] : []),
  ...(SINGLE_HAN.has(text) ? ['single' as const] : []),
];
