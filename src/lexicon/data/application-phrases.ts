// Written by `npm run lexicon` (setup/lexicon) from the packages in SOURCES.md. Changes by hand are lost.

/** Labels that are known as a whole because they hold a word that is also a name; separated by `|` and sorted. */
export const APPLICATION_PHRASES = `
alle als gelesen markieren|als gelesen markieren|barra de shell|barre shell|bill of lading|bill of materials|bill to
change price|clock dial|create bill|dark mode|dernière page|edit price|fecha de alta|first page|free text|go to next page
go to page|go to previous page|grand livre|grant access|grant permission|grant permissions|great job|gross price|große ansicht
home page|items per page|jour chômé|jour ouvré|kleine ansicht|kurze beschreibung|lange liste|last page|light mode
lignes par page|list price|long text|marcar como leído|mark all as read|mark as complete|mark as completed|mark as done
mark as paid|mark as read|mark as resolved|mark as sent|mark as unread|marquer comme lu|ne commence pas par|ne contient pas
ne plus afficher|net price|new bill|new page|next page|non lu|nouvelle page|orden de compra|page d'accueil|page non trouvée
page not found|page number|page précédente|page size|page suivante|pay bill|pay bills|petit format|pied de page|première page
previous page|price list|price lists|price per unit|purchase price|página siguiente|results per page|rich text|rows per page
sale price|seite neu laden|shell bar|short text|siga trabajando tan bien|summer time|taille de page|total price|unit price
update price|votre avis compte|weniger anzeigen|ادخال غير صالح|الصفحة التالية|الصفحة السابقة|حالة القيمة ناجح|شريط shell|前のページ
前へ|次のページ|次へ`;
