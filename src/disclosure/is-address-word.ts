/** Words of addresses that stand on no control, or not in this spelling. */
const ADDRESS_WORDS = new Set(
  `admin api app apps auth backend cgi cms config configuracion console core crm dashboard dev docs erp faq forgot frontend hr http hub i18n index
integration integrations intranet json kanban landing legal login logout main metrics module modules monitoring network oauth onboarding pdf plugin
plugins portal public rest root saml script scripts signin signout signup sso stage static studio success ui web webapp webhooks wizard workflow workflows
workspace xml
analytics approvals callback authorize redirect hris helpdesk servicedesk timesheet timesheets moves transfers receipts payroll procurement
parametres reglages accueil creer requetes conges depenses employes inicio panel paginas sesion ajustes busqueda vacaciones empleados gastos
uebersicht auftraege vorgaenge antraege einkaeufe verkaeufe geraete rechnungsausgang aendern loeschen hinzufuegen`.split(/\s+/),
);

/** Words of two letters that are no short name: `li` and `yu` are. */
const SHORT_WORDS = new Set('by id in it my no of on or qr to up ui pc hr tv'.split(' '));

/** German addresses write umlauts as two letters. */
const withUmlauts = (word: string): string => word.replace(/[aou]e/g, (pair) => ({ ae: 'ä', oe: 'ö', ue: 'ü' })[pair] ?? pair);

/** Is a word of an address one of applications? Addresses have words of their own, and spell others without accents. */
export function isAddressWord(word: string, hasWord: (word: string) => boolean): boolean {
  const lower = word.toLowerCase();
  if (lower.length < 3) return SHORT_WORDS.has(lower);
  return ADDRESS_WORDS.has(lower) || hasWord(word) || (/[aou]e/.test(lower) && hasWord(withUmlauts(lower)));
}
