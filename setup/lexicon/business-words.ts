import type { Language } from './message-sources.ts';

/** Words of business applications that message files of toolkits seldom have, written for this project. */
export const BUSINESS_WORDS: Record<Language, string> = {
  en: `accept account accounts accounting action actions activities activity address addresses admin advanced agreement agreements amount amounts applicant applicants approval
approvals approve approved archive archived assets assign assigned assignment attach attachment attachments attendance audit authorise authorize backlog backorder balance bank basket batch
billing bookings budget budgets calendar campaign campaigns candidate candidates carrier carriers cart catalog catalogue category certificate claim claims client clients comment company
compliance confirm consignment consignments contact contacts contract contracts correction cost costs credit currency customer customers customs cycle dashboard deadline deal deals delivery deliveries
department departments depot description details discount discounts dispatch dispute document documents draft due dues employee employees entry estimate estimates evaluation event events exchange expense expenses
export favorites favourites finance financial fiscal forecast forecasts freight fulfilment fulfillment goals goods holiday holidays hours import inbound inbox incident incidents index inspection inspections
inventory invoice invoices issue issued issues item items journal journals label labels lead leads leave ledger ledgers licence licences license licenses line lines loan loans location locations logistics maintenance
manufacturing margin margins materials measure meeting meetings member members milestone milestones module monthly negotiation offer offers office offices onboarding opportunities opportunity order orders organisation organization
outbound outstanding overdue overtime owner packing pallet parcel parcels payable payables payment payments payroll pending period periods permissions pipeline plan plans policies policy position positions posting postings
priorities priority procurement product products production profit project projects promotion proposal proposals purchase purchases purchasing qualification qualified quality quantity quarter quarterly quote quotes quotation quotations
rate rates reason reassign receipt receipts receivable receivables reconcile reconciliation recruiting recruitment recurring refund refunds reject rejected release reminder reminders renewal renewals rental rentals report reports
request requests requisition requisitions reservation reservations resolve resource resources retail return returns revenue review reviews revision risk risks role roles route routes sale sales schedule schedules scheduling score scrap
segment service services settle settlement settlements shift shifts ship shipment shipments shipping signature site sites sourcing staff statement statements stock storage subscription subscriptions supplier suppliers supply
support survey surveys target targets task tasks tax taxes team teams tender tenders terms territory ticket tickets timesheet timesheets totals tracking training transaction transactions transport travel turnover undo unit units
unpaid upcoming updates usage vacancies vacancy vacation validate valuation variance vat vehicle vehicles vendor vendors version visit visits voucher vouchers warehouse warehouses warranty weekly withdraw workflow workflows workforce workspace yearly
absent alerts analytics arrived article bins bulk calls charts claim collapse complexity compose conditions cover damaged damage dashboards defect delayed device devices draft equipment excel execute experts expires failure fax forgot forms gallery image identifier inboxes knowledge loss lot mailbox
map messages meter movement movements notify operations packaging participants phone planner preview property quota readings reference register registered remark remarks reported requester scan serial skip slip spare spreadsheet statistics subject surveyor success system tickets timezone toggle trash unassigned urgent
visible warning wizard duplicate reopen overview settings print printer printing logout login sign signout unlock zoom`,
  de: `alarm anlage anlagen anmelden abmelden ansicht arbeitsplatz auswertungen bemerkung bemerkungen beschreibung betreff bezeichnung beteiligte beginn drucken duplikate einplanen einstellungen ersatzteil ersatzteile exportieren gerät geräte gutachter halle hinweis hilfe identifikator lagerplatz lagerplätze landkarte
melden melder notiz notizen notfall nummer offene reise reisen schaden schäden schadenmeldung seriennummer spediteur stammdaten suche suchen stellvertreter terminplan umlagern überfällig überfällige verfügbar verpackung vorschuss zählerstand zuordnen abrechnung abrechnungen abschließen abschluss abteilung abteilungen adresse adressen aktivität aktivitäten anfrage anfragen angebot angebote anhang anhänge ansprechpartner antrag anträge artikel aufgabe aufgaben auftrag aufträge
ausgabe ausgaben auswertung auszahlung bank bedarf beleg belege bericht berichte beschaffung bestand bestände bestellen bestellung bestellungen bestätigen betrag beträge bewerber bewerbung bewerbungen bezahlen bezahlt bilanz
buchen buchhaltung buchung buchungen budget datum dienstreise eingang einkauf einkäufe einzahlung empfänger entwurf entwürfe erfassen erinnerung erinnerungen fahrzeug fahrzeuge fällig fälligkeit filiale finanzen forderung forderungen
fracht freigabe freigeben freigegeben genehmigen genehmigt genehmigung gutschrift gutschriften haushalt inventur kasse kategorie kategorien kennzahlen konto konten kontakt kontakte kosten kostenstelle kostenstellen kunden kundenauftrag
lagerbestand leistung leistungen lieferant lieferanten lieferschein lieferung lieferungen liefern mahnung mahnungen mandant material mengen miete mitarbeiter mitarbeiterin mitarbeitende nachricht nachrichten offene passwort personal
position positionen posten preise preisliste produkt produkte produktion projekt projekte protokoll prüfen prüfung prüfungen quartal rabatt rechnung rechnungen rechnungswesen reisekosten reklamation rückgabe rücksendung saldo schicht
schichten sendung sendungen spesen standort standorte status steuer steuern storno stornieren storniert stunden stundenzettel team termin umlagerung umsatz umsätze urlaub urlaubsantrag verkauf verkäufe versand versenden vertrag verträge
vertrieb verwaltung vorgang vorgänge vorgesetzte waren wareneingang warenausgang warenkorb wartung wochenplan zahlung zahlungen zahlungsziel zeiterfassung zuweisen zugewiesen zuständig übersicht überweisen überweisung`,
  fr: `absence absences achat achats acompte actif activité activités adresse adresses affaire affaires agence approbation approuver approuvé article articles attribuer avoir bilan bon bons budget budgets caisse calendrier campagnes
candidat candidats candidature catégorie catégories chantier client clients collaborateur collaborateurs commande commander commandes commercial comptabilité comptable comptes congé congés contact contacts contrat contrats coût coûts
créance créances date demande demandes dépense dépenses devis document documents dossier dossiers échéance échéances écriture écritures emplacement employé employés encours entrepôt entrepôts équipe équipes expédier expédition expéditions facturation facture
factures facturer feuille fournisseur fournisseurs frais gestion heures horaire impôt impôts inventaire inventaires journal justificatif ligne livraison livraisons livrer logistique magasin marchandise marchandises marge message messages modèle
montant montants objectif objectifs paiement paiements panier payer payé pièce pièces planning poste postes prime prix production produit produits projet projets promotion prospect quantité quantités rapport rapports rapprochement rappel rappels
réception réceptions réclamation recrutement règlement règlements relance relances remboursement remise remises remplacer réservation réservations responsable retard retour retours réunion réunions salariés service services solde soldes
stocks suivi tâche tâches tarif tarifs taxe taxes temps total totaux transport trésorerie trimestre tva validation valider vente ventes véhicule véhicules virement virements visite visites volume`,
  es: `abono abonos acreedor actividad actividades albarán albaranes almacén almacenes anticipo aprobación aprobaciones aprobado aprobar artículo artículos asiento asientos asignar ausencia ausencias balance banco campañas candidato candidatos
carrito catálogo categoría categorías cliente clientes cobro cobros compra compras comprador contabilidad contacto contactos contrato contratos cotización cotizaciones coste costes costo costos cuenta cuentas cuota cuotas departamento
departamentos descuento descuentos despacho devolución devoluciones dirección direcciones documento documentos empleado empleados empresa empresas entrega entregas envío envíos equipo equipos estado existencias expediente expedientes factura
facturación facturar facturas fecha fechas finanzas flete gasto gastos gestión gestiones hoja horas horario impuesto impuestos informe informes ingreso ingresos inventario inventarios jornada línea líneas liquidación lote lotes
mantenimiento materiales mercancía mercancías mensaje mensajes moneda movimiento movimientos nómina nóminas oferta ofertas oficina oficinas oportunidad oportunidades órdenes pagar pagado pagos partida partidas pedido pedidos pendiente pendientes
permiso permisos plazo plazos presupuesto presupuestos previsión producción producto productos proveedor proveedores proyecto proyectos puesto puestos rebaja recibo recibos reclamación recurso recursos reembolso registro registros
remesa reserva reservas responsable resumen retraso reunión reuniones saldo saldos servicio servicios solicitud solicitudes sucursal sucursales tarea tareas tarifa tarifas tesorería tránsito transporte traslado traslados trimestre turno turnos
vacaciones vencimiento vencimientos vehículo vehículos vendedor viaje viajes visita visitas volumen`,
  ja: `案件 会計 会社 会議 確定 監査 管理 勘定 完了 期限 期間 休暇 勤怠 金額 経費 契約 欠勤 決済 見積 見積書 原価 顧客 口座 購買 購入 広告 在庫 採用 財務 作業 残業 残高 仕入 仕入先 支払 支払い 資産 時間 事業 実績 支店 締切 社員 写真 週間
出荷 出勤 出張 出庫 受注 収入 従業員 承認 商談 商品 消費税 書類 申請 信用 人事 数量 請求 請求書 製造 製品 税込 税抜 税率 精算 生産 設備 設定 送料 送信 倉庫 総務 組織 損益 代理店 棚卸 単価 担当 担当者 注文 注文書 調達 帳票 賃貸 通貨
定期 手数料 伝票 店舗 登録 得意先 届出 取引 取引先 入荷 入金 入庫 年度 納期 納品 納品書 配送 発注 発送 販売 備考 費用 評価 品質 品目 部署 部門 物流 返金 返品 報告 報告書 訪問 保守 本社 見込 目標 輸送 優先度 予算 予定 予約 領収書 利益 履歴
旅費 稟議 連絡 連絡先 割引 業務 一覧 詳細 新規 検索 編集 削除 保存 印刷 更新 追加 変更 確認 戻る 進む 閉じる 開く 選択 表示 非表示`,
  ar: `طلب طلبات الطلب الطلبات فاتورة فواتير الفاتورة الفواتير عميل عملاء العميل العملاء مورد موردين المورد الموردين منتج منتجات المنتج المنتجات مخزون المخزون مستودع مستودعات المستودع مخزن حساب حسابات الحساب الحسابات دفع دفعة دفعات الدفع
مدفوعات المدفوعات سداد تحصيل رصيد الرصيد ميزانية الميزانية مصروفات المصروفات نفقات إيرادات ربح أرباح خسارة ضريبة ضرائب الضريبة خصم خصومات سعر أسعار السعر الأسعار كمية كميات الكمية شحن شحنة شحنات الشحن تسليم التسليم توصيل التوصيل استلام
الاستلام إرجاع مرتجعات استرداد عقد عقود العقد العقود عرض عروض مشروع مشاريع المشروع المشاريع مهمة مهام المهمة المهام موظف موظفين الموظف الموظفين الموظفون قسم أقسام القسم الأقسام إدارة الإدارة مدير المدير فريق الفريق اجتماع اجتماعات
إجازة إجازات الإجازة حضور الحضور انصراف دوام ساعات الساعات تقرير تقارير التقرير التقارير موافقة الموافقة موافقات اعتماد رفض مرفوض معتمد مسودة مسودات مستند مستندات المستندات مرفق مرفقات المرفقات ملاحظة ملاحظات الملاحظات عنوان العنوان
عناوين هاتف الهاتف شركة شركات الشركة الشركات فرع فروع الفرع الفروع بنك بنوك البنك تحويل التحويل قيد قيود القيود محاسبة المحاسبة مشتريات المشتريات مبيعات المبيعات شراء الشراء بيع البيع إنتاج الإنتاج جودة الجودة صيانة الصيانة مركبة مركبات
رحلة رحلات حجز حجوزات تذكرة تذاكر دعم الدعم أولوية الأولوية موعد مواعيد المواعيد استحقاق الاستحقاق متأخر متأخرة مدفوع مدفوعة حالة الحالة نشط مغلق مفتوح`,
};

/** Short labels with a word that is also a name. */
export const BUSINESS_PHRASES: Record<Language, string> = {
  en: `mark as read|mark all as read|mark as unread|mark as done|mark as complete|mark as completed|mark as paid|mark as resolved|mark as sent|next page|previous page|first page|last page|go to page
items per page|rows per page|results per page|page size|page number|home page|new page|price list|price lists|unit price|total price|net price|gross price|sale price|purchase price|list price|price per unit|edit price|change price|update price
bill to|bill of materials|bill of lading|pay bill|pay bills|new bill|create bill|grant access|grant permission|grant permissions|rich text|free text|short text|long text|summer time|dark mode|light mode`,
  de: `seite neu laden|als gelesen markieren|alle als gelesen markieren|lange liste|kurze beschreibung|kleine ansicht|große ansicht`,
  fr: `page suivante|page précédente|première page|dernière page|lignes par page|taille de page|page d'accueil|nouvelle page|marquer comme lu|grand livre|petit format`,
  es: `página siguiente|marcar como leído|orden de compra|fecha de alta`,
  ja: `次へ|前へ|次のページ|前のページ`,
  ar: `الصفحة التالية|الصفحة السابقة`,
};
