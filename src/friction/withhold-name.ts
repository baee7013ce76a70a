import type { Control } from '../model/control.ts';

/** Words of applications that are written with a capital in the middle of a name, as in "Save And Close". */
const ours = new Set(
  `about accept account accounts action actions activity add admin advanced after all and any app application apply approval approve as
archive assign at attach audit back bank basket before billing board book budget by calendar cancel cart case category center change
chart check clear close code color column columns comment comments company complete confirm contact contacts content continue contract
copy cost create currency current custom customer customers dashboard data date day days default delete delivery department description
design details disable discard display document documents down download draft due edit email employee employees enable end entry error
event events exit expense expenses export favorites field fields file files filter filters find finish first folder for form from full
general go goods group groups header help hide history home hours id image import in inbox index info information inventory invoice
invoices is issue item items job key keys language last layout leave ledger level library line lines link links list load location lock
log login logout mail main manage map mark master me member members menu message messages mode month more move my name network new next
no not note notes notification notifications now number of off on open options or order orders other out overview page password paste
pause pay payment payments payroll period permissions phone plan planning post preferences preview previous price prices print priority
process product products profile project projects purchase quality quantity quick quote rate read record records refresh register
reject release remove rename reopen reply report reports request requests reset resolve restore result results review role roles row
rows rule rules run sale sales save schedule search security select selected send service services set settings share ship shipment
show sign site skip sort start status step stock stop store submit summary supplier suppliers support system tab table tag tags task
tasks tax team teams template templates test text the ticket tickets time timesheet title to today tools total transfer type undo unit
unlock up update upload user users value vendor vendors version view views visit warehouse week with work workflow year you your zoom`.split(
    /\s+/,
  ),
);

/**
 * The strictest reading of a name before friction tells it, since nobody looked at it first: a capitalised word after the first that is
 * no common word of applications may be somebody. A name in doubt is withheld; the role says enough.
 */
export function withholdName({ role, name, masked }: Control): Control {
  if (name === undefined) return { role, ...(masked && { masked }) };
  const [, ...rest] = name.match(/[\p{L}\p{N}'’.-]+/gu) ?? [];
  const mayBeSomebody = rest.some(
    (word) => /^\p{Lu}/u.test(word) && !ours.has(word.toLowerCase()) && !/^\p{Lu}{2,5}$/u.test(word),
  );
  return mayBeSomebody || /\p{L}[-_]?\p{N}{2,}/u.test(name) ? { role, masked: true } : { role, name };
}
