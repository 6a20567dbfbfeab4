/**
 * Names of months, weekdays, halves of the day and time zones in dumps, in lower case and without dots. Months and
 * weekdays are from Unicode CLDR for the languages below. They are stored here because Node's own data changes with its
 * version.
 */

/**
 * English, Turkish, Spanish, Portuguese, French, German, Italian, Dutch, Indonesian, Polish, Russian, Ukrainian,
 * Arabic, Persian, Hindi, Thai.
 */
const MONTH_NAMES = [
  'january|jan|ocak|oca|enero|ene|janeiro|janvier|janv|januar|jänner|gennaio|gen|januari|styczeń|sty|stycznia|январь|янв|января|січень|січ|січня|يناير|كانون ' +
    'الثاني|جانفي|ژانویه|जनवरी|มกราคม|มค',
  'february|feb|şubat|şub|febrero|fevereiro|fev|février|févr|fév|februar|febbraio|februari|luty|lut|lutego|февраль|февр|фев|февраля|лютий|лют|лютого|فبراير|شباط|فيفري|فوریه|फरवरी|फ़रवरी|กุมภาพันธ์|กพ',
  'march|mar|mart|marzo|março|mars|märz|mär|maart|mrt|maret|marzec|marca|март|марта|мар|березень|бер|березня|مارس|آذار|मार्च|มีนาคม|มีค',
  'april|apr|nisan|nis|abril|abr|avril|avr|aprile|kwiecień|kwi|kwietnia|апрель|апр|апреля|квітень|квіт|квітня|أبريل|ابريل|نيسان|أفريل|آوریل|अप्रैल|เมษายน|เมย',
  'may|mayıs|mayo|maio|mai|maggio|mag|mei|maj|maja|май|мая|травень|трав|травня|مايو|أيار|ماي|مه|मई|พฤษภาคม|พค',
  'june|jun|haziran|haz|junio|junho|juin|juni|giugno|giu|czerwiec|cze|czerwca|июнь|июня|июн|червень|черв|червня|يونيو|حزيران|جوان|ژوئن|जून|มิถุนายน|มิย',
  'july|jul|temmuz|tem|julio|julho|juillet|juil|juli|luglio|lug|lipiec|lip|lipca|июль|июля|июл|липень|лип|липня|يوليو|تموز|جويلية|ژوئیه|जुलाई|กรกฎาคม|กค',
  'august|aug|ağustos|ağu|agosto|ago|août|aout|augustus|agustus|agu|sierpień|sie|sierpnia|август|авг|августа|серпень|серп|серпня|أغسطس|اغسطس|آب|أوت|اوت|अगस्त|สิงหาคม|สค',
  'september|sep|eylül|eyl|septiembre|sept|setiembre|setembro|set|septembre|settembre|wrzesień|wrz|września|сентябрь|сент|сен|сентября|вересень|вер|вересня|سبتمبر|أيلول|سپتامبر|सितंबर|सितम्बर|กันยายน|กย',
  'october|oct|ekim|eki|octubre|outubro|out|octobre|oktober|okt|ottobre|ott|październik|paź|października|октябрь|окт|октября|жовтень|жовт|жовтня|أكتوبر|اكتوبر|تشرين ' +
    'الأول|اکتبر|अक्टूबर|अक्तूबर|ตุลาคม|ตค',
  'november|nov|kasım|kas|noviembre|novembro|novembre|listopad|lis|listopada|ноябрь|нояб|ноя|ноября|листопад|лист|листопада|نوفمبر|تشرين ' +
    'الثاني|نوامبر|नवंबर|नवम्बर|พฤศจิกายน|พย',
  'december|dec|aralık|ara|diciembre|dic|dezembro|dez|décembre|déc|dezember|dicembre|desember|des|grudzień|gru|grudnia|декабрь|дек|декабря|грудень|груд|грудня|ديسمبر|كانون ' +
    'الأول|دسامبر|दिसंबर|दिसम्बर|ธันวาคม|ธค',
] as const;

/** Months of the Iranian calendar. */
const PERSIAN_MONTH_NAMES = [
  'فروردین',
  'اردیبهشت',
  'خرداد',
  'تیر',
  'مرداد',
  'شهریور',
  'مهر',
  'آبان',
  'آذر',
  'دی',
  'بهمن',
  'اسفند',
] as const;

/** Weekdays and small words around dates, which do not affect the value. */
const FILLERS = [
  'monday|mon|tuesday|tue|tues|wednesday|wed|thursday|thu|thur|thurs|friday|fri|saturday|sat|sunday|sun',
  'pazartesi|pzt|salı|sal|çarşamba|çar|perşembe|per|cuma|cum|cumartesi|cmt|pazar|paz',
  'lunes|lun|martes|miércoles|mié|jueves|jue|viernes|vie|sábado|sáb|domingo|dom',
  'segunda-feira|segunda|seg|terça-feira|terça|ter|quarta-feira|quarta|qua|quinta-feira|quinta|qui|sexta-feira|sexta|sex',
  'lundi|mardi|mercredi|mer|jeudi|jeu|vendredi|ven|samedi|sam|dimanche|dim',
  'montag|mo|dienstag|di|mittwoch|mi|donnerstag|do|freitag|fr|samstag|sa|sonntag|so',
  'lunedì|martedì|mercoledì|giovedì|gio|venerdì|sabato|sab|domenica',
  'maandag|ma|dinsdag|woensdag|wo|donderdag|vrijdag|vr|zaterdag|za|zondag|zo',
  'senin|sen|selasa|sel|rabu|rab|kamis|kam|jumat|jum|sabtu|minggu|min',
  'poniedziałek|pon|wtorek|wt|środa|śr|czwartek|czw|piątek|pt|sobota|sob|niedziela|niedz',
  'понедельник|пн|вторник|вт|среда|ср|четверг|чт|пятница|пт|суббота|сб|воскресенье|вс',
  'понеділок|вівторок|середа|четвер|пʼятниця|субота|неділя|нд',
  'الاثنين|الثلاثاء|الأربعاء|الخميس|الجمعة|السبت|الأحد',
  'دوشنبه|سهشنبه|چهارشنبه|پنجشنبه|جمعه|شنبه|یکشنبه',
  'วันจันทร์|จันทร์|วันอังคาร|อังคาร|วันพุธ|พุธ|วันพฤหัสบดี|พฤหัสบดี|วันศุกร์|ศุกร์|วันเสาร์|เสาร์|วันอาทิตย์|อาทิตย์|ที่|เวลา|น|พศ',
  'de|del|the|of|at|on|à|a|las|la|le|el|den|der|um|uhr|om|pukul|jam|tarihinde|saat|às|as|alle|ore|в|о|г|года|год|р|року|ساعة|الساعة|في|ساعت',
].flatMap((words) => words.split('|'));

/** Words for morning and afternoon, before or after an hour from 1 to 12. */
const HALVES: readonly (readonly [half: 'am' | 'pm', words: string])[] = [
  ['am', 'am|a m|上午|凌晨|早上|清晨|午前|오전|öö|ص|ق ظ|صباحا|πμ|π μ|पूर्वाह्न|sáng|morning|mañana|manhã'],
  [
    'pm',
    'pm|p m|下午|晚上|傍晚|中午|午後|오후|ös|م|ب ظ|مساء|μμ|μ μ|अपराह्न|chiều|tối|afternoon|evening|tarde|noche|noite',
  ],
];

/**
 * Minutes east of UTC. CST and similar names as in RFC 5322, others only where the name is unambiguous; IST (India,
 * Ireland or Israel) is not included.
 */
const ZONES: Readonly<Record<string, number>> = {
  utc: 0,
  gmt: 0,
  z: 0,
  wet: 0,
  est: -300,
  edt: -240,
  cst: -360,
  cdt: -300,
  mst: -420,
  mdt: -360,
  pst: -480,
  pdt: -420,
  akst: -540,
  akdt: -480,
  hst: -600,
  brt: -180,
  bst: 60,
  west: 60,
  cet: 60,
  mez: 60,
  mesz: 120,
  cest: 120,
  eet: 120,
  eest: 180,
  sast: 120,
  msk: 180,
  мск: 180,
  trt: 180,
  wib: 420,
  wita: 480,
  hkt: 480,
  sgt: 480,
  jst: 540,
  kst: 540,
  acst: 570,
  aest: 600,
  aedt: 660,
  nzst: 720,
  nzdt: 780,
};

function numbered(names: readonly string[]): Map<string, number> {
  return new Map(names.flatMap((words, at) => words.split('|').map((word) => [word, at + 1] as const)));
}

/** Month numbers, 1 to 12, by name. */
export const MONTHS: ReadonlyMap<string, number> = numbered(MONTH_NAMES);
export const PERSIAN_MONTHS: ReadonlyMap<string, number> = numbered(PERSIAN_MONTH_NAMES);
export const IGNORED_WORDS: ReadonlySet<string> = new Set(FILLERS);
export const DAY_HALVES: ReadonlyMap<string, 'am' | 'pm'> = new Map(
  HALVES.flatMap(([half, words]) => words.split('|').map((word) => [word, half] as const)),
);

/** Minutes east of UTC for a zone name such as `EDT`; undefined for any other text. */
export function zoneMinutes(name: string): number | undefined {
  const key = name.toLowerCase();
  return Object.hasOwn(ZONES, key) ? ZONES[key] : undefined;
}
