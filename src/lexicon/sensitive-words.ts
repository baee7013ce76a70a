/** Words about health, belief, family and discipline. Where one stands, the text may say something about a person, so none is known by itself. */
const WORDS = `
abortion absence addiction aids alcohol arrest asylum bankruptcy birth bullying burnout cancer catholic child children christian church conviction covid criminal
custody dead death debt depression deportation diabetes diagnosis disabled disability disciplinary dismissal dismissed divorce divorced doctor drug drugs ethnic ethnicity fired
funeral gay gender grievance handicap harassment health hiv hospital ill illness jewish kid kids lesbian marital marriage married maternity medical medicine mental misconduct muslim
nationality parental paternity patient patients pregnancy pregnant prison psychiatric psychologist race refugee religion religious salary sex sexual sick sickness strike
suicide surgery symptom symptoms syndrome termination therapy transgender treatment trauma union victim wage wages weapon wedding widow wife
abmahnung behinderung elternzeit entlassung fehlzeit geburt gehalt geschieden geschlecht gesundheit gewerkschaft hochzeit kind kinder krank krankheit krankmeldung kündigung lohn
mutterschutz patient patienten pfändung religion scheidung schulden schwanger schwangerschaft selbstmord therapie tod unfall
avertissement chômage décès dette divorce enceinte enfant enfants genre grève grossesse handicap licenciement malade maladie mariage maternité médecin médical naissance patient
religion salaire santé sexe syndicat
accidente advertencia baja boda deuda despido discapacidad divorcio embarazada embarazo enferma enfermedad enfermo género hijo hijos huelga médico muerte nacimiento paciente religión
salario salud sexo sindicato
病気 病欠 病院 妊娠 出産 育休 産休 離婚 結婚 死亡 障害 解雇 懲戒 給与 給料 宗教 労組 診断 患者 治療 借金 性別 国籍
مرض مريض مريضة حمل حامل طلاق زواج وفاة إعاقة فصل راتب دين ديانة نقابة تشخيص علاج ديون جنس جنسية طفل اطفال
`;

export const SENSITIVE_WORDS: readonly string[] = [...new Set(WORDS.split(/\s+/).filter(Boolean))];
