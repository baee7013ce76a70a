// Written by `npm run lexicon` (setup/lexicon) from the packages in SOURCES.md. Changes by hand are lost.

/** Words of message files that are given or family names too; separated by white space and sorted. */
export const WORDS_THAT_ARE_NAMES = `
abra ada allen alta ami anders ann appel aria arthur aura avis banda bella best bienvenido bins blocker blue bon borders bower
cadena caja camel campos canada canales cara carrier carro casillas celeste celle cierra claude cloud co comas cuadrado da darin
davon deja di dial dock durant edita elija ella else em emmet era eran españa evita ferne fine fish font forman forte francia
french friend gast gens german glad grau graves grosse grund guest halle hana haupt hellen her hold honore hook hooks hoy ion
itt iu iva jake jan job juli julia jun just justo keiner ki kimble kinder kleine kopf land langer laws lea li lib lier linea
linke lois lu lue ma mac mala manuel marcos marge marques marquez mas max merci mir mota ne oliva parada partida peek perdue
perl pier pink planas pool poser prune pullen quick rois rueda rust sala sauter schaden schnell schütze segundo segura shell
shorter smart sola solange stack stamm star still tod toma tomas tuesday una valida vida vo wahl wei weight weise weniger white
wächter`;
