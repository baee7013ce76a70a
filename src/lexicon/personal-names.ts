/**
 * Given and family names that are also words, in the languages of the lexicon and as other languages write them in Latin letters; with them
 * names of samples. `words-that-are-names.ts` has those that were found in lists of names.
 */
const NAMES = `
page arc abbey ace aidan amber amy angel anna annie april archer art ash ashley august aurora austin autumn avery bailey baker banks
barber barker baron basil bass bay bean beck bell ben berg berry bill billy birch bird bishop blake bob bond booth bowman
brad brady brandy brian bridge bridges bright brook brooke brooks brown bruce buck bud burns burr bush butler buttons cam
candy cannon carol carpenter carter cash chamberlain chan chance chandler chase cherry cheng chen cho christian chuck church
cicero clark clay cliff clint cody cole cook cooper coral corn cotton courtney cox craig crystal curry cruz dahlia daisy dale
dallas dan dana dane dash dave dawn dean dee deacon dell denver derby destiny diamond dick dixie doe dolly don dong dot drake
drew duke dusty earl early easter echo eden elder ellen emerald eve fabian faith fay fern finch finn fisher fletcher flint
flora florence flowers ford forest foster fox frances frank franklin frost gail gale gardener gardner garland gary gates gay
gene genesis george georgia gil ginger glen glenn gold golden goldman good goodman grace grant grants gray green greer grey
griffin guy ham hank happy harding hardy harmony harold harper harris harry hart harvey haven hawk hawkins hayes hazel heath
heather heaven henry hill ho holly homer honey honor hong hood hooker hope hopper howe hu huang hunt hunter hyde ian ines ira
iris irving ivory ivy jack jade jane jasmine jasper jay jean jersey jesse jesus jet jewel jim jin joe john johnny jones
jordan josh joy juan judge judy jules julio july june juniper justice justin kai kane karen kay keller ken kent kerry kim
king kings kirk kit knight kong lacey lake lamb lance landis lane lark laurel law lawson lee leigh leo levi liberty lily lin
linden lindsay little liu logan london love lucky luke luna lynn mack madison mae maggie magnolia malcolm mandy manning
mannen marble march marcus maria marine marino mark marks marsh marshall martin mary mason matt maxwell may mays meadow
melody mercy merit michael mike miles milo mills miller mina ming misty mo molly monday monk moon moore morgan morning moses
moss myers mystic nance neil nelson newman nick noble noel norm norman north nova nun oak olive oliver opal orlando osborn
otto oz paige palmer paris park parker parson parsons pat patience patrick patty paul payne peace peach pearl penny perry
pete peter phil phoenix pierce piper pitt pope porter potter powell power powers precious presley price pride prince princess
proctor prosper queen queenie quest quincy rain ralph ramsey randy raven ray reed reese regal reid remy rene rex rhodes rice
rich richard rick ricky ridge riley rio river rivers rob robin rocky rod rodeo roger roman rome romeo rosa rose rosemary
rosie ross rowan roy royal ruby rush russell rusty ruth rye sable sage sally sam sandy saint santos savage savannah sawyer
scarlet schumacher scott sean serene shade shaw shepherd sharp shay shelby sherman sierra silver simone singer singh sky skye
slate sloan smith sol song sonny south spencer spring stacey stark stella sterling steven stone storm strong stuart sue
summer summers sun sunday sunny sutton swan sweet swift sydney sylvan tad tally tan tang tanner tate tatum taylor ted teddy
temple terrace terry theo thorn tiffany tim timothy toby todd tom tony tracy travis trent trip trinity tripp troy true truman
tucker tulip turner tyler ty valentine valley van vance vaughn venus vera vernon victor victoria vince viola violet virginia
vivian wade walker wallace walsh walter wang ward warden warner warren wayne weaver webb webster wells wendy west whitney
wilder will willow wills wilson windsor winner winter wise wolf wong wood woods worth wright wu xi yang yee york young yu
zeus zhang zhao zion acme contoso northwind lorem ipsum lovelace okafor olsen jansen müller mueller

adler alt amsel anker bach bauer baum baumann becker berger bischof blum böhm born brand braun breit brandt brunnen brunner
buchholz burger busch dietrich engel ernst ende falk fink fischer förster freitag freund friedrich fritz fröhlich fuchs
gärtner geiger gerber gottlieb graf groß gross grün günther haas hahn hammer hase heller herbst hermann herr herzog heinrich
hirsch hoch hoffmann hofer horn huber jäger jung kaiser kaufmann klein knecht koch könig körner kraft krämer kraus kremer
kreuz krieg krüger kuhn kunz kurz lang lange lehmann lehrer linde lorenz ludwig luther mai maier maurer mayer meier meister
metzger meyer möller montag morgenstern nagel neumann nickel peters pfeiffer pohl probst rainer rat reich reiter richter
ritter roth sander sauer schäfer scharf schenk schiller schlosser schmidt schmied schneider scholz schreiber schreiner
schröder schubert schulz schulze schuster schütz schwab schwarz seiler simon sommer sonne sonntag sorge spiegel stein stern
sturm stumpf thomas töpfer vogel vogt voigt voll wagner weber weiß weiss wendt werner winkler wirth wolff zander zimmer
zimmermann

aimé aimée albe amand ange aubin auguste aurore avril barbier beau beaumont belle benoît bernard bertrand blanc blanche
blanchet boucher boulanger bourgeois brun brune caron chevalier claire clair clémence clément colombe constant constance
cousin denis désiré désirée dieudonné divin dubois dupont durand fabre faure féliciter fidèle fleur fontaine forestier fort
fortin fournier france françois franc gauthier gérard germain girard grand grandjean guérin hardi henri honoré hugo jardin
jeune jolie joly jour juin juillet juste justine laurent lebrun leclerc lefort legrand lejeune lemoine leroux leroy loup
louis lucas marchand maréchal marguerite marin marquis mercier meunier michel modeste moreau moulin muller noël noir olivier
parfait pascal péguy petit philippe picard pierre poirier pommier prudence renard renaud renée rivière robert roche roi
rolland romain rosier roux royer serge soleil sylvestre thibault tison toussaint valentin vasseur verdier vert vidal violette
victoire voisin

abril adán adela agosto aguilar alba alegría alma alonso alvarado ángel ángeles aquino arroyo asunción ávila barrera barrios
bautista blanca blanco bravo bueno caballero calvo camino campana cano cantero carmen carpintero carrasco carretero casas
castillo castro cielo clara claro concepción consuelo corazón cordero cortés crespo cuesta delgado dolores domingo duque
encarnación enero escribano escudero esperanza estrella expósito fe feliz felix ferrer flor flores franco fuentes gallardo
gallego gallo garrido gracia granado guerra guerrero herrera herrero hidalgo hierro hurtado iglesias inmaculada jara jesús
junio leal león libertad lobo luz macarena maestro mar marco marín mariscal mármol marqués martín mata mayo mercado mercedes
mesa milagros molina molinero montaña montero montes mora moreno moya nevado nieto nieves olmo olivares olivera ortega
pacheco palacio palma paloma pardo pascual pastor paz perla piedra pilar pino plaza ponce pozo prado prieto prudencia puente
quintero ramos redondo reina remedios rey reyes ribera ríos rincón rico rivera robles roca rocío rojas rojo romero rosario
rubio ruiz sal salvador sánchez santa santiago santo serrano socorro soledad soler sosa soto tomás toro torre torres tránsito
trinidad valle vega verde vicente villa virgen vivo zapatero

アイ アオイ アキラ アンナ エマ エミ カレン ケン ケリー サラ ジム ジャック ジョン ジョージ ジェーン スミス ダン ダニエル トム ナオミ ハナ ビル ベン ボブ マーク マイク マックス マリア マリー ミカ メイ メアリー ユキ リサ
リン ルーク ローズ ロビン さくら ひかり あおい はな ゆき あい めぐみ のぞみ かおり みどり みき まこと ひろし たろう はなこ けん ゆう まい あゆみ いずみ かな しおり つばさ ひなた みらい もも りん れい なお 明 空 光
愛 希望 未来 真実 公平 正義 勝利 勝 健 誠 実 進 望 優 恵 歩 翔 茂 豊 勇 武 清 正 直 桜 泉 緑 幸 幸子 花子 太郎 次郎 一郎 学 新 元 要 昇 薫 忍 大地 海 陸 健太 直人 正人 直子 和 和子 佐藤 鈴木 高橋
田中 伊藤 渡辺 山本 中村 小林 加藤 吉田 山田 佐々木 山口 松本 井上 木村 林 清水 斎藤 山崎 森 池田 橋本 阿部 石川 前田 藤田 小川 岡田 後藤 長谷川 村上 近藤 石井 坂本 遠藤 青木 藤井 西村 福田 太田 三浦 藤原 岡本
松田 中川 中野 原田 小野 田村 竹内 金子 和田 中山 石田 上田 森田 原 柴田 酒井 工藤 横山 宮崎 宮本 内田 高木 安藤 谷口 大野 丸山 今井 高田 藤本 武田 村田 上野 杉山 増田 平野 大塚 千葉 久保 松井 岩崎 桜井 木下
野口 松尾 菊地 野村 新井 本田 本間 平田 市川 東 西 南 北

أحمد محمد علي حسن حسين محمود مصطفى كريم جميل سعيد أمل نور سلام عادل صالح شريف فريد منى هدى أمين ناجح ناصر باسم مؤمن خالد سليم
سمير رامي راشد رشيد رضا زكي صادق صابر طارق طاهر ظافر عاصم عامر عزيز عماد فارس فاضل فؤاد فهد قاسم ماجد ماهر مجدي مبارك مختار
مراد مسعود معتز ممدوح منصور منير مهدي نادر نبيل نجم نعيم هادي هاني وليد وسام يوسف ياسر يحيى إيمان أسماء آية أميرة بسمة بشرى
جنى حياة حنان خلود دعاء دانة رحمة رباب رنا ريم زهرة زينب سارة سحر سعاد سماح سناء شمس شروق شيماء صباح عبير عفاف غادة فاطمة فرح
كوثر لبنى لطيفة ليلى مريم مها منال مودة نادية نجاة نجلاء نداء نسرين نعمة هبة هند وداد وردة وفاء ولاء ياسمين يسرى حداد نجار
خياط خطيب بكر عمر عثمان حمزة جابر حكيم حليم جلال جمال كمال كامل شاكر شكري راضي ثابت
`;

export const PERSONAL_NAMES: readonly string[] = [...new Set(NAMES.split(/\s+/).filter(Boolean))];
