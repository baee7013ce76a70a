/** Family or given names that are words of nearly every application. Without them the lexicon would know too few names of controls. */
export const FREQUENT_WORDS = new Set(
  `call card default deal english function high large loan meta numbers object pack parent person real self small current
account agent al an app back black blank block box branch button by can case cases check clear click close code codes core current
dark date day de del do dom down draft du edge en end ends enter error fall field fields file files filter fin first form found free from
general go group head hide home hot hours in info item key keys la last le less level light line lines link links list logs long low lo
main manual media menu min mode more most name new next no number of off ok on one open or order other pages per pick
plan point post print push range re read ready rest right root row rows rule sa sales save search see select sell send server session
set short show side so sort standard start state status step stock stop sub tag tags test text time to tools top total trace type ui
unique unit user value via view want way week weeks work you zone
an auf aus bild bis der die das dies diese dem den durch er feld felder fenster fest frei gleich hier im jahr kalender kunde lager leer
link liste mehr monat muss name neu nur oder ordner platz preis regel seite soll stelle such teil test um von weiter wert wieder zahl ziel
zelle menge morgen leicht offen ort rolle server termine dauer
au barre bas bouton canal cas case ce ces champ chemin cela compte copier court de dernier du elle fait file fin gauche groupe haut la le
lien liste lui mon nouveau nouvel ou passe pied plan point pour presse pris raison sa sans si sur tous tout trier tri via vue
vos vides termine personne public membre
al antes barra borde caso campo celda clave coma como con correo crear cuadro de del el en es esta favor fila filas fuente general
grande ha han hay hora igual la le lista lo lugar mayor menor nada no nota nuevo orden pago panel para pares pero pie primer puerto
ruta se ser si sin solo son su tecla te tienda toda tu uno uso valor ver ya pestaña abajo arriba escriba pulse usa cancela suma cola
ventas stock privado guardado subido izquierdo cambia crea genera toca
على مفتاح`.split(/\s+/),
);
