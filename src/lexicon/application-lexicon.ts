import { createLexicon, type Lexicon, type Vocabulary } from './lexicon.ts';

/** Words of applications. A slash adds the plural. */
const APPLICATION_WORDS =
  `about accept account/ action/ activity add admin advanced after all and any app application apply approval approve as archive
assign at attach audit back bank basket before billing board book budget by calendar cancel cart case category center change
chart check clear close code color column/ comment/ company complete confirm contact/ content continue contract copy cost create
currency current custom customer/ dashboard data date day/ default delete delivery department description design details disable
discard display document/ down download draft due edit email employee/ enable end entry error event/ exit expense/ export
favorites field/ file/ filter/ find finish first folder for form from full general go goods group/ header help hide history home
hours id image import in inbox index info information inventory invoice/ is issue item/ job key/ language last layout leave
ledger level library line/ link/ list load location lock log login logout mail main manage map mark master me member/ menu
message/ mode month more move my name network new next no not note/ notification/ now number of off on open options or order/
other out overview page password paste pause pay payment/ payroll period permissions phone plan planning post preferences
preview previous price/ print priority process product/ profile project/ purchase quality quantity quick quote rate read record/
refresh register reject release remove rename reopen reply report/ request/ reset resolve restore result/ review role/ row/
rule/ run sale/ save schedule search security select selected send service/ set settings share ship shipment show sign site skip
sort start status step stock stop store submit summary supplier/ support system tab table tag/ task/ tax team/ template/ test
text the ticket/ time timesheet title to today tools total transfer type undo unit unlock up update upload user/ value vendor/
version view/ visit warehouse week with work workflow year you your zoom`
    .split(/\s/)
    .flatMap((word) => (word.endsWith('/') ? [word.slice(0, -1), word.replace('/', 's')] : word));

const PERSONAL_NAMES = 'bill mark will grant frank rose page king young price chase may june april summer rich'.split(' ');

/** The lexicon of words that applications use, with what the packs of an app add. */
export const applicationLexicon = (...added: readonly Vocabulary[]): Lexicon =>
  createLexicon({ vocabularies: [{ words: APPLICATION_WORDS }, ...added], personalNames: PERSONAL_NAMES });
