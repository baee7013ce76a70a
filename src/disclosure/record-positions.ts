import { isActionSegment } from '../model/route/address-template.ts';

/** Segments whose next segment is data: kinds of records, links with a key in them, and searches. Singular words; plurals are known by their form. */
const FOLLOWED_BY_DATA = new Set(
  `order invoice bill receipt ticket issue case incident claim project customer client contact company account profile user member
employee person people staff team group channel chat room conversation thread topic discussion message mail mailbox email inbox folder
drive file document doc page wiki article post blog news story event meeting call calendar board card job lead deal opportunity quote
offer contract supplier vendor partner product item asset patient student course class category tag label site space workspace
organization organisation org tenant department location company city country campaign report note list request leave absence
approval expense trip booking reservation shipment delivery payment transaction token key code id number name by filter query search
find lookup reset join invite invitation verify verification confirm confirmation activate activation unsubscribe subscribe share shared
link redirect goto go magic download preview embed public view show open edit details detail display print delete remove profile login as
on behalf impersonate owner author assignee approve reject assign cancel pay sign review entry record section content media video photo image
album lesson survey poll property unit vehicle position vacancy candidate applicant application plan goal objective risk policy procedure
device server host domain database table repo repository branch commit release build pipeline package
kunde kunden benutzer mitarbeiter kontakt auftrag rechnung bestellung vorgang projekt angebot dokument lieferant termin aufgabe suche
gruppe ordner datei freigabe utilisateur commande facture personne recherche projet fichier dossier groupe usuario pedido factura cliente
persona buscar proyecto archivo carpeta grupo
a b c d e f g i k m p q r s t u w x`.split(/\s+/),
);

/** What is done with records, in the words of other languages than English. */
const ACTIONS = new Set(
  'neu anlegen bearbeiten aendern loeschen suche liste nouveau nouvelle creer modifier supprimer liste nuevo nueva crear editar modificar eliminar lista'.split(
    ' ',
  ),
);

/** Plurals that name a part of an application and no collection of records. */
const NO_COLLECTION = new Set(
  'settings preferences options statistics analytics tools operations resources apps modules plugins extensions components permissions insights metrics news status'.split(
    ' ',
  ),
);

const isPlural = (word: string): boolean => /[a-z]{2}[^su]s$/.test(word);

/** Does a record, a key or a search follow a segment of these words? */
const isFollowedByData = (words: readonly string[]): boolean => {
  const last = words.at(-1)?.toLowerCase() ?? '';
  return FOLLOWED_BY_DATA.has(last) || (isPlural(last) && !NO_COLLECTION.has(last));
};

/** What stands before a segment: its words as the address has them, and whether it is disclosed. */
export interface Predecessor {
  words: readonly string[];
  isDisclosed: boolean;
}

/**
 * Does a segment of known words stand where a record would? Words can be titles, user names and passphrases too.
 *
 * | after | is disclosed |
 * |---|---|
 * | a collection, a kind of record, a link or a search | one word for what an app does with records: `new`, `edit`, `settings` |
 * | a segment that is not disclosed | a single word |
 * | any other segment, or nothing | as many words as a segment may have |
 */
export function isDataByPosition(segment: string, words: readonly string[], previous: Predecessor | undefined): boolean {
  if (!previous) return false;
  if (isFollowedByData(previous.words))
    return words.length > 1 || !(isActionSegment(segment) || ACTIONS.has(segment.toLowerCase()));
  return !previous.isDisclosed && words.length > 1;
}
