export const LANGUAGES = ['en', 'de', 'fr', 'es', 'ja', 'ar'] as const;
export type Language = (typeof LANGUAGES)[number];

/** A published package whose message files are read. Only files under a permissive licence are listed. */
export interface MessageSource {
  /** Packages of one project agree with one another, so they count as one source. */
  project: string;
  /** Name and version in the registry. */
  package: string;
  licence: string;
  /** Matches the paths of its message files of a language, given the names of the language. */
  files: (language: string) => RegExp;
  /** How the project names the languages, where that is not the code alone. */
  names?: Partial<Record<Language, string>>;
}

const openUi5 = (name: string, version = '1.152.0'): MessageSource => ({
  project: 'OpenUI5',
  package: `@openui5/${name}@${version}`,
  licence: 'Apache-2.0',
  files: (language) => new RegExp(`(messagebundle|i18n)${language}\\.properties$`),
  names: { en: '', de: '_de', fr: '_fr', es: '_es', ja: '_ja', ar: '_ar' },
});

const webComponents = (name: string, version: string): MessageSource => ({
  project: 'UI5 Web Components',
  package: `@ui5/${name}@${version}`,
  licence: 'Apache-2.0',
  files: (language) => new RegExp(`src/i18n/messagebundle${language}\\.properties$`),
  names: { en: '', de: '_de', fr: '_fr', es: '_es', ja: '_ja', ar: '_ar' },
});

/** Everything outside `ee/` is under the MIT licence, which the packages' licence file says. */
const strapi = (name: string, folder = 'dist/admin/translations'): MessageSource => ({
  project: 'Strapi',
  package: `@strapi/${name}@5.54.0`,
  licence: 'MIT (outside of ee/)',
  files: (language) => new RegExp(`package/${folder}/${language}\\.json\\.mjs$`),
});

const codeEditor = (language: Language): MessageSource => ({
  project: 'Visual Studio Code',
  package: `@codingame/monaco-vscode-language-pack-${language}@25.1.2`,
  licence: 'MIT',
  files: (name) => new RegExp(`translations/.*\\.${name}\\.json(\\.js)?$`),
  names: Object.fromEntries(LANGUAGES.map((one) => [one, one === language ? 'i18n' : 'none'])),
});

const REGIONS = { en: 'en_US', de: 'de_DE', fr: 'fr_FR', es: 'es_ES', ja: 'ja_JP', ar: '(ar_EG|ar_SA)' };
const WITH_HYPHEN = { en: 'en', de: 'de-DE', fr: 'fr-FR', es: 'es-ES', ja: 'ja-JP', ar: 'ar-SA' };
const IN_ENGLISH = { en: 'english', de: 'german', fr: 'french', es: 'spanish', ja: 'japanese', ar: 'arabic' };

export const MESSAGE_SOURCES: readonly MessageSource[] = [
  ...'sap.m sap.ui.core sap.ui.table sap.ui.unified sap.uxap sap.f sap.ui.layout sap.tnt sap.ui.mdc sap.ui.fl'
    .split(' ')
    .map((name) => openUi5(name)),
  openUi5('sap.ui.rta', '1.146.0'),
  webComponents('webcomponents', '2.26.0'),
  webComponents('webcomponents-fiori', '2.27.1'),
  strapi('admin', 'dist/admin/admin/src/translations'),
  ...'content-manager content-type-builder upload i18n review-workflows plugin-users-permissions'
    .split(' ')
    .map((name) => strapi(name)),
  {
    project: 'Medusa',
    package: '@medusajs/dashboard@2.8.0',
    licence: 'MIT',
    files: (language) => new RegExp(`src/i18n/translations/${language}\\.json$`),
  },
  {
    project: 'Payload',
    package: '@payloadcms/translations@3.90.2',
    licence: 'MIT',
    files: (language) => new RegExp(`dist/languages/${language}\\.js$`),
  },
  {
    project: 'PrimeLocale',
    package: 'primelocale@2.5.0',
    licence: 'MIT',
    files: (language) => new RegExp(`package/${language}\\.json$`),
  },
  {
    project: 'Cloudscape',
    package: '@cloudscape-design/components@3.0.1383',
    licence: 'Apache-2.0',
    files: (language) => new RegExp(`i18n/messages/all\\.${language}\\.json$`),
  },
  {
    project: 'Excalidraw',
    package: '@excalidraw/excalidraw@0.18.1',
    licence: 'MIT',
    files: (language) => new RegExp(`dist/prod/locales/${language}-[A-Z0-9]+\\.js$`),
    names: WITH_HYPHEN,
  },
  {
    project: 'Uppy',
    package: '@uppy/locales@5.2.0',
    licence: 'MIT',
    files: (language) => new RegExp(`package/lib/${language}\\.js$`),
    names: REGIONS,
  },
  {
    project: 'Decap CMS',
    package: 'decap-cms-locales@3.8.2',
    licence: 'MIT',
    files: (language) => new RegExp(`package/src/${language}/index\\.js$`),
  },
  {
    project: 'Element Plus',
    package: 'element-plus@2.14.8',
    licence: 'MIT',
    files: (language) => new RegExp(`es/locale/lang/${language}\\.mjs$`),
  },
  {
    project: 'Ant Design',
    package: 'antd@6.6.8',
    licence: 'MIT',
    files: (language) => new RegExp(`es/locale/${language}\\.js$`),
    names: REGIONS,
  },
  {
    project: 'SurveyJS',
    package: 'survey-core@3.1.1',
    licence: 'MIT',
    files: (language) => new RegExp(`package/i18n/${language}\\.js$`),
    names: IN_ENGLISH,
  },
  ...(['de', 'fr', 'es', 'ja'] as const).map(codeEditor),
];
