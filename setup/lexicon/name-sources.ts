/** Published lists of given and family names, by which words that are also names of people are found. */
export interface NameSource {
  package: string;
  licence: string;
  /** Matches the paths of its lists. */
  files: RegExp;
  /** Names that are taken from each list, where it is ordered by how common they are. */
  most?: number;
}

export const NAME_SOURCES: readonly NameSource[] = [
  {
    package: '@faker-js/faker@7.6.0',
    licence: 'MIT',
    files: /dist\/cjs\/locales\/(en|en_US|en_GB|de|fr|es|ja|ar)\/name\/.*(first|last)_name\.js$/,
  },
  { package: '@zxcvbn-ts/language-en@3.0.2', licence: 'MIT', files: /src\/firstnames\.json$/ },
  { package: '@zxcvbn-ts/language-en@3.0.2', licence: 'MIT', files: /src\/lastnames\.json$/, most: 3500 },
  { package: '@zxcvbn-ts/language-de@3.0.2', licence: 'MIT', files: /src\/firstnames\.json$/ },
  { package: '@zxcvbn-ts/language-de@3.0.2', licence: 'MIT', files: /src\/lastnames\.json$/, most: 1000 },
  { package: '@zxcvbn-ts/language-fr@3.0.2', licence: 'MIT', files: /src\/lastnames\.json$/ },
  { package: '@zxcvbn-ts/language-es-es@3.0.2', licence: 'MIT', files: /src\/firstnames\.json$/ },
  { package: '@zxcvbn-ts/language-es-es@3.0.2', licence: 'MIT', files: /src\/lastnames\.json$/, most: 1000 },
];
