/** The extension's own words: a message of `_locales` with its substitutions. */
export type Translate = (key: string, ...values: string[]) => string;
