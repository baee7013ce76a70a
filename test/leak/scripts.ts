/** Invented names and the texts around them, in one language. In each frame `%` stands for what is personal. */
interface Script {
  given: readonly string[];
  family: readonly string[];
  frames: readonly string[];
  /** The digit zero of its numbers; nine others follow it in Unicode. */
  zero: string;
  hasCase?: true;
  /** Family and given name stand together without a space. */
  isJoined?: true;
}

const words = (text: string): string[] => text.split(' ');
const LATIN_FRAMES = [
  '%',
  'Message %',
  '% details',
  "%'s open orders",
  'Delete account of %',
  'Open the order of % now',
  'Order by %',
  'Signed in as %',
  'Nachricht an %',
  'Konto von % löschen',
  'Écrire à %',
  'Commandes de %',
  'Mensaje para %',
  'Eliminar la cuenta de %',
];

/** Sample data: nobody here is meant. */
export const SCRIPTS: Readonly<Record<string, Script>> = {
  latin: {
    given: words('Chloé Deniz Emeka Håkon Jürgen Katarzyna Priya Søren Wanjiru Ximena Zofia Janina Torvald Quentin'),
    family: words('Okafor Nguyen Kowalska Sánchez Lindqvist Haddad Abebe Dubois Novák Jónsdóttir Olsen Brandtner Wexley'),
    frames: LATIN_FRAMES,
    zero: '0',
    hasCase: true,
  },
  'latin, names that are words': {
    given: words('Mark Bill Will Grant Frank Rose May June April Rich'),
    family: words('Page King Young Price Chase Summer'),
    frames: LATIN_FRAMES,
    zero: '0',
    hasCase: true,
  },
  cyrillic: {
    given: words('Анна Борис Ксения Тарас Милица'),
    family: words('Петрова Сидоренко Ковалёв Йованович'),
    frames: ['%', 'Написать %', 'Заказы %', '% изменить', 'Удалить профиль %'],
    zero: '0',
    hasCase: true,
  },
  greek: {
    given: words('Μαρία Νίκος Ελένη Σπύρος'),
    family: words('Παππά Κωνσταντίνου Γεωργίου'),
    frames: ['%', 'Μήνυμα στη %', '% λεπτομέρειες'],
    zero: '0',
    hasCase: true,
  },
  han: {
    given: words('小明 丽华 建国 静怡'),
    family: words('王 李 欧阳 陈'),
    frames: ['%', '联系%', '%的订单', '删除%'],
    zero: '０',
    isJoined: true,
  },
  kana: {
    given: words('たろう ハナコ さくら 健一'),
    family: words('やまだ タナカ 佐藤 鈴木'),
    frames: ['%', '%さんに連絡', '%の注文', '削除 %'],
    zero: '０',
    isJoined: true,
  },
  hangul: {
    given: words('민준 서연 지우'),
    family: words('김 박 최'),
    frames: ['%', '% 님에게 메시지', '주문 %'],
    zero: '0',
    isJoined: true,
  },
  arabic: {
    given: words('ليلى يوسف فاطمة'),
    family: words('حداد منصور الخطيب'),
    frames: ['%', 'مراسلة %', 'طلبات %', 'حذف %'],
    zero: '٠',
  },
  hebrew: {
    given: words('דנה יוסי נועה'),
    family: words('כהן מזרחי פרידמן'),
    frames: ['%', 'שלח הודעה ל%', 'הזמנות %'],
    zero: '0',
  },
  devanagari: {
    given: words('प्रिया अर्जुन दीपिका'),
    family: words('शर्मा अय्यर पटेल'),
    frames: ['%', '% को संदेश', 'हटाएं %'],
    zero: '०',
  },
  thai: { given: words('สมชาย มาลี นพดล'), family: words('ใจดี ศรีสุข ทองคำ'), frames: ['%', 'ส่งข้อความถึง%', 'ลบ %'], zero: '๐' },
};
