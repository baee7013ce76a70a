/** Words that hold a sentence together and say nothing of its subject, by language. Written for this project, not complete. */
const WORDS: Record<string, string> = {
  en: `a about all also am an and any are as at be because been being but by can could did do does doing don't for from get had has
    have he her here him his how i i'm if in into is isn't it it's its just me more my no not now of on one only or our out over
    please she should so some still than that the their them then there these they this those to too up us very want was we were
    what when where which while who why will with would you your`,
  de: `aber alle als am an auch auf aus bei bin bis bitte da das dass dem den der des die dies diese dieser dieses doch du durch ein
    eine einem einen einer eines er es etwas für gibt hab habe haben hat hatte hier ich ihm ihn ihr ihre im immer in ist ja jetzt
    kann kein keine keinen könnte man mein meine meinem meinen mich mir mit muss nach nicht noch nur ob oder ohne schon sehr sein
    seine sich sie sind so soll über um und uns unter vom von vor war warum was weil wenn wer werden wie wieder will wird wo wurde
    zu zum zur`,
  fr: `a ai à alors au aucun aussi autre aux avant avec avez avoir c ça car ce cela ces cet cette comme comment d dans de des du elle
    en encore est et était être eu faut il ils j je jusqu l la là le les leur leurs lors lui m ma mais me même mes moi mon n ne nos
    notre nous on ont ou où par pas peu peut plus pour pourquoi pourrait puis qu quand que quel quelle qui quoi s sa sans se ses si
    son sont sous sur t ta te tout toute toutes tous très tu un une vos votre vous y`,
  es: `a al algo ante así aún como cómo con cual cuál cuando cuándo de del desde donde dónde e el él ella en entre era es esa ese eso
    esta está están estas este esto estos fue ha había han hasta hay he la las le les lo los más me mi mis muy nada ni no nos o otra
    otro para pero por porque puede puedo que qué quién se ser si sí sin sobre son su sus también te tengo tiene todo todos tu un
    una uno unos y ya yo`,
  it: `a ai al alla alle anche c che chi ci col come con cosa cui da dal dalla degli dei del della delle di dove e ed era essere fa
    gli ha hai hanno ho i il in io l la le lo loro ma me mi mia mio ne nei nel nella no noi non o ogni per perché però più può
    quale quando quello questa questo se sei senza si sia solo sono su sua sul sulla suo ti tra tu tutti un una uno vi`,
  nl: `aan al als bij dan dat de deze die dit doen door dus een en er geen had heb hebben heeft het hier hij hoe ik in is ja je kan
    kunnen maar me meer met mij mijn moet na naar niet nog nu of om omdat onder ons ook op over te tot u uit van veel voor waar
    waarom wanneer want waren was wat we wel werd wie wij wil worden wordt zal ze zich zij zijn zo zonder zou`,
  pt: `a ao aos as até com como da das de dela dele depois do dos e é ela ele em entre era essa esse está estão eu foi há isso isto já
    lhe mais mas me mesmo meu minha muito na não nas nem no nos o os ou para pela pelo por porque pode posso qual quando que quem
    se sem ser seu sobre sua são também te tem tenho um uma você`,
  pl: `a aby ale bez bo być był była było by co czy dla do gdy gdzie go i ich jak jako jest jeszcze już kiedy która które który ma mam
    mi mnie może mogę można na nad nie nam o od on ona oraz po pod przed przez przy są się tak także tam te tego tej ten to tu tylko
    w we więc z za ze żeby`,
  ja: `が の は を に へ と で も か から まで より や ね よ です ます でし まし だ た て し する さ れ いる い ある あり ない なっ なる
    この その あの これ それ ので こと もの ため など ください という よう ませ ま せん ん`,
  ar: `في من على إلى الى عن مع هل ما ماذا هذا هذه ذلك التي الذي الذين أن ان إن لا لم لن هو هي هم أنا نحن كل ثم أو و كيف متى أين
    لماذا كان كانت يكون عند قد بعد قبل حتى إذا لكن بين غير`,
};

const SETS = new Map(Object.entries(WORDS).map(([language, words]) => [language, new Set(words.split(/\s+/))]));
const NONE: ReadonlySet<string> = new Set();

/** Empty for a language that has no list. */
export function functionWords(language: string): ReadonlySet<string> {
  return SETS.get(language) ?? NONE;
}
