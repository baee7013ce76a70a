import type english from '../../assets/_locales/en/messages.json';

type EnglishCatalogue = typeof english;
type StoredKey = keyof EnglishCatalogue;

/** `deleted_one` and `deleted_other` are two forms of the message `deleted`; English has these two, other languages up to six. */
type BaseOfForm<K> = K extends `${infer Base}_one` ? Base : never;
/** A message that has one form for each plural category of its language. Its first value is the number that decides. */
type PluralKey = BaseOfForm<StoredKey>;
type FormKey = `${PluralKey}_${'one' | 'other'}`;
/** The name of a message that the English catalogue has. */
type MessageKey = Exclude<StoredKey, FormKey> | PluralKey;

type ValuesOf<Message> = Message extends { placeholders: infer P }
  ? 'v4' extends keyof P
    ? [string, string, string, string]
    : 'v3' extends keyof P
      ? [string, string, string]
      : 'v2' extends keyof P
        ? [string, string]
        : [string]
  : [];

type PluralValuesOf<Values extends string[]> = Values extends [string, ...infer Rest extends string[]]
  ? [count: number, ...values: Rest]
  : never;

/** As many values as the message has placeholders; the first of a plural message is its number. */
type MessageValues<K extends MessageKey> = K extends PluralKey
  ? PluralValuesOf<ValuesOf<EnglishCatalogue[`${K}_other`]>>
  : K extends StoredKey
    ? ValuesOf<EnglishCatalogue[K]>
    : never;

/** A message without values. */
export type PlainMessageKey = { [K in MessageKey]: MessageValues<K> extends [] ? K : never }[MessageKey];

/** Looks up a message in the reader's language and fills in its values. */
export type Translate = <K extends MessageKey>(key: K, ...values: MessageValues<K>) => string;

type Underscored<S extends string> = S extends `${infer Head}-${infer Tail}` ? `${Head}_${Underscored<Tail>}` : S;

/** Message keys cannot contain hyphens: `slow-response` has the message `signal_slow_response`. */
export const underscored = <S extends string>(name: S) => name.replaceAll('-', '_') as Underscored<S>;

/** A catalogue as the browser reads it: empty for a message that it does not have. */
export type LookUp = (key: string, values: string[]) => string;

/** Numbers and plural forms follow the catalogue that is in use, which says its language in its message `language`. */
export function createTranslate(lookUp: LookUp): Translate {
  const language = lookUp('language', []) || 'en';
  let plurals: Intl.PluralRules | undefined;
  let numbers: Intl.NumberFormat | undefined;

  function plural(key: string, count: number, rest: string[]): string {
    plurals ??= new Intl.PluralRules(language);
    numbers ??= new Intl.NumberFormat(language);
    const values = [numbers.format(count), ...rest];
    return lookUp(`${key}_${plurals.select(count)}`, values) || lookUp(`${key}_other`, values);
  }

  return (key, ...values) => {
    const [first, ...rest] = values as [string | number | undefined, ...string[]];
    return typeof first === 'number' ? plural(key, first, rest) : lookUp(key, values as string[]);
  };
}
