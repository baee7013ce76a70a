/** How a term of the English catalogue is said in the others: a part of the word that all its forms have. */
export const terms: Record<string, { english: RegExp; de: RegExp; fr: RegExp; es: RegExp; ja: RegExp; ar: RegExp }> = {
  feedback: { english: /\bfeedback\b/i, de: /Feedback/, fr: /\bavis\b/i, es: /opini[oó]n/i, ja: /フィードバック/, ar: /ملاحظ/ },
  guide: { english: /\bguides?\b(?! (you|me))/i, de: /Anleitung/, fr: /guide/i, es: /guía/i, ja: /ガイド/, ar: /دليل|أدل|الأدل/ },
  tip: { english: /\btips?\b/i, de: /Tipp/, fr: /astuce/i, es: /consejo/i, ja: /ヒント/, ar: /نصيحة|نصائح/ },
  step: { english: /\bsteps?\b/i, de: /Schritt/, fr: /étape/i, es: /paso/i, ja: /手順/, ar: /خطو/ },
  checklist: {
    english: /\bchecklists?\b/i,
    de: /Checkliste/,
    fr: /listes? de tâches/i,
    es: /lista/i,
    ja: /チェックリスト/,
    ar: /قائمة|قوائم/,
  },
  app: { english: /\bapps?\b/i, de: /Anwendung/, fr: /application/i, es: /aplicaci[oó]n/i, ja: /アプリ/, ar: /تطبيق/ },
  control: {
    english: /\bcontrols?\b/i,
    de: /Bedienelement/,
    fr: /élément/i,
    es: /control/i,
    ja: /コントロール/,
    ar: /عنصر|عناصر/,
  },
  button: { english: /\bbutton\b/i, de: /Schaltfläche/, fr: /bouton/i, es: /botón/i, ja: /ボタン/, ar: /زر/ },
  policy: { english: /\bpolicy\b/i, de: /Richtlinie/, fr: /stratégie/i, es: /directiva/i, ja: /ポリシー/, ar: /سياسة/ },
  pack: { english: /\bpacks?\b/i, de: /Paket/, fr: /paquet/i, es: /paquete/i, ja: /パック/, ar: /حزم/ },
  record: { english: /\brecords?\b(?! how)/i, de: /Aufzeichnung/, fr: /enregistrement/i, es: /registro/i, ja: /記録/, ar: /سجل/ },
  recording: { english: /\brecording\b/i, de: /Aufzeichnung/, fr: /enregistrement/i, es: /grabación/i, ja: /記録/, ar: /تسجيل/ },
  comment: { english: /\bcomments?\b/i, de: /Kommentar/, fr: /commentaire/i, es: /comentario/i, ja: /コメント/, ar: /تعليق/ },
  mute: {
    english: /\b(un)?muted?\b/i,
    de: /stumm/i,
    fr: /sourdine|réactiv/i,
    es: /silenci|reactiv/i,
    ja: /ミュート/,
    ar: /كتم|مكتوم/,
  },
  colleagues: {
    english: /\bcolleagues\b/i,
    de: /Kolleginnen und Kollegen/,
    fr: /collègues/i,
    es: /compañeros/i,
    ja: /同僚/,
    ar: /زملاء/,
  },
  admin: { english: /\badmin\b/i, de: /Administration/, fr: /administrateur/i, es: /administrador/i, ja: /管理者/, ar: /مسؤول/ },
  organisation: {
    english: /\borganisation/i,
    de: /Organisation/,
    fr: /organisation/i,
    es: /organización/i,
    ja: /組織/,
    ar: /مؤسس/,
  },
  device: { english: /\bdevice\b/i, de: /Gerät/, fr: /appareil/i, es: /dispositivo/i, ja: /端末/, ar: /جهاز/ },
  task: { english: /\btask\b/i, de: /Aufgabe/, fr: /tâche/i, es: /tarea/i, ja: /作業/, ar: /مهم/ },
  unprompted: {
    english: /\bunprompted\b/i,
    de: /unaufgefordert/,
    fr: /spontané/i,
    es: /sin pedirlo/i,
    ja: /自動表示/,
    ar: /تلقائي/,
  },
};

/** Messages that say it without the term, in languages of which the grammar or the length of a label asks for it. */
export const withoutTerm: Record<string, readonly string[]> = {
  control: ['ja description'],
  task: ['de description', 'fr description', 'es description', 'ja description', 'ar description'],
  record: [
    ...['fr statusDays', 'es statusDays', 'ja statusDays', 'ar statusDays', 'de recordUnfold'],
    ...['ja reason_count', 'ja reason_bytes', 'ja recordsDeleteAll_other'],
  ],
  recording: ['de pauseWhat', 'fr pauseWhat', 'ar pauseWhat'],
  feedback: ['ar noticeDropped_zero'],
};

/** Words of another translation of a term, or of another way to address people, and the messages that may have them. */
export const retiredWords: Record<string, { word: RegExp; except?: readonly string[] }[]> = {
  de: [{ word: /Rückmeld|[Kk]nopf|(?<!\p{L})(Apps?|[Dd](u|ir|ich|ein(e[mnrs]?)?))(?!\p{L})/u }],
  fr: [
    { word: /silence|commande|listes? de contrôle|(?<!\p{L})(retours?|packs?|tu|ton|ta|tes|toi)(?!\p{L})/iu, except: ['back'] },
  ],
  es: [
    { word: /política|colega|saltar|(?<!\p{L})(tus?|te|ti|tú|contigo|pide|intenta|recarga|haz|elige)(?!\p{L})/iu },
    { word: /comentario/i, except: ['formName', 'kind_words', 'recordWords'] },
  ],
  ja: [{ word: /ステップ|感想|おやすみ|静か|ご質問|言葉/ }],
  ar: [{ word: /عنصر التحكم|الرأي|المفاتيح/ }],
};

/** Signs that a language does not use, or not so. */
export const punctuation: Record<string, RegExp> = {
  en: /['"]|\.\.\.|[«»„]| …/,
  de: /['"«»]|\.\.\.|[^ ]…/,
  fr: /['"“”„]|\.\.\.|(?<![\u00a0\u202f])[:;!?»%](?!\/\/)|«(?!\u00a0)/,
  es: /['"“”„]|\.\.\.|[¿¡] /,
  ja: /['"“”„«»]|\.\.\.|[:;!?,()](?!\/\/)|[ \u3000](?=[：；？！、。「」（）])|[：；？！、。「」（）][ \u3000]|(\$V\d\$|\d)(個|件|つ|か所|時間|分|日|回|段階|人)/,
  ar: /['"“”„]|\.\.\.|[,;?]/,
};
