/**
 * Finds columns with unlisted names that contain a word for a text or an account, in many languages: `Contenido del
 * tweet`, `Текст поста`.
 */

import { areKinds, isKind, referenceKinds } from '../values.js';
import { timesOf, type ColumnValues, variesWithin } from './column-values.js';
import { likelyText } from './text-column.js';

/**
 * English, Spanish, Portuguese, French, German, Italian, Turkish, Indonesian, Polish, Russian, Arabic, Persian, Hindi,
 * Chinese, Japanese, Korean, Thai, Vietnamese, Greek, Hebrew, Swedish, Czech, Hungarian, Romanian, Finnish, Urdu,
 * Bengali.
 */
const OF_TEXTS =
  /text|tweet|tuit|post|messag|mensa[jg]|conten[itu]|conteúdo|inhalt|beitrag|nachricht|testo|metin|metni|içeri|gönderi|mesaj|konten|(?:^|[^a-z])isi(?:[^a-z]|$)|treść|tekst|текст|сообщени|содержани|пост|твит|نص|محتو|تغريد|متن|توییت|پیام|पाठ|संदेश|सामग्री|ट्वीट|पोस्ट|内容|內容|正文|文本|博文|微博|推文|帖|本文|投稿|ツイート|テキスト|게시글|게시물|내용|본문|트윗|ข้อความ|เนื้อหา|nội dung|bài đăng|κείμενο|περιεχόμενο|ανάρτηση|טקסט|תוכן|ציוץ|inlägg|innehåll|příspěv|obsah|szöveg|bejegyzés|conținut|postare|teksti|julkaisu|বার্তা|পোস্ট|লেখা|تحریر|پوسٹ|body|caption/i;
/** Names of columns that describe a text, or were derived from one. */
const NOT_THE_TEXT =
  /transl|tradu|übersetz|çevir|перевод|翻译|clean|process|lemma|token|stem|normal|title|titre|título|titel|başlık|judul|заголов|标题|タイトル|제목|bio|profil|descri|lang|quot|reply|repl[iy]|parent|orig|retweet|link|url|type|location|media|image|hashtag|label|sentiment|reason|note/i;

const OF_ACCOUNTS =
  /user|account|usuari|usuár|utilis|benutz|nutzer|utent|kullanıc|hesap|pengguna|akun|użytkown|konto|cuenta|conta(?:$|[^a-z])|compte|пользоват|автор|аккаунт|مستخدم|حساب|كاتب|کاربر|نویسنده|उपयोगकर्ता|लेखक|खाता|用户|用戶|账号|帳號|作者|博主|ユーザ|アカウント|投稿者|작성자|사용자|계정|ผู้ใช้|บัญชี|người dùng|tài khoản|χρήστη|λογαριασμ|משתמש|חשבון|användar|bruger|bruker|uživatel|felhasznál|utilizator|käyttäjä|صارف|ব্যবহারকারী|handle|tweeter(?!.?id)|author|auteur|autor|nick|poster|commenter|commentator|kommentator|verfasser|sender|channel|page.?name|influencer/i;
const NOT_THE_ACCOUNT =
  /(?<!ac)count|number|follow|friend|seguid|suivi|takip|подпис|creat|join|verif|lang|locat|bio|desc|image|avatar|repl[iy]|mention|retweet|quot|orig|parent|(?:^|[^a-z])to(?:[^a-z]|$)|type|url|categor|数|粉丝|时间|時間/i;

/** The columns that may hold the texts, the most likely first. */
export function textsByWords(columns: readonly ColumnValues[]): ColumnValues[] {
  const fit = columns.filter(
    (column) =>
      OF_TEXTS.test(column.name) &&
      !NOT_THE_TEXT.test(column.name) &&
      likelyText([column]) !== undefined &&
      !timesOf(column),
  );
  const best = likelyText(fit);
  return best === undefined ? [] : [best, ...fit.filter((column) => column !== best)];
}

/** Names of texts about a post or an account, or in reply to a post. */
const OF_ANOTHER =
  /transl|tradu|reply|repl[iy]|quot|parent|orig|retweet|bio|profil|user|author|account|page|channel|group|about|location|reason|note|comment(?!$)|alt|clean|process|lemma|token|stem|normal|summary/i;
/** At least this share of the texts of posts has a hashtag, a mention or a link. */
const MARKED = 0.2;

/**
 * Names of texts of another post or an account. “Original” is allowed here: the text before translation or cleaning.
 */
export const OF_ANOTHER_POST =
  /reply|repl[iy]|quot|parent|retweet|(?:^|[^a-z])rt(?:[^a-z]|$)|shared|source|bio|profil|user|author|account|page|channel|group|about|location|descri|comment(?!$)/i;

/** The number of hashtags and mentions in all cells. */
export function signs({ cells }: ColumnValues): number {
  return cells.reduce((sum, cell) => sum + (cell.match(/[#＃@＠][\p{L}_]/gu)?.length ?? 0), 0);
}

/** The number of cells with a hashtag, a mention or a link. */
function marks({ cells }: ColumnValues): number {
  return cells.filter((cell) => /[#＃@＠][\p{L}_]|https?:\/\//u.test(cell)).length;
}

/**
 * Used when no column name suggests a text: finds columns whose values look like posts. These are texts of several
 * words with hashtags, mentions or links. They vary between the rows of an account, unlike a profile description.
 */
export function textsByValues(
  columns: readonly ColumnValues[],
  accounts: readonly string[],
  not: RegExp = OF_ANOTHER,
): ColumnValues[] {
  const fit = columns.filter((column) => {
    if (not.test(column.name) || likelyText([column]) === undefined || timesOf(column)) return false;
    const filled = column.cells.filter((cell) => cell !== '');
    return (
      filled.length > column.cells.length / 2 &&
      marks(column) >= MARKED * filled.length &&
      variesWithin(accounts, column.cells) === true
    );
  });
  const best = likelyText(fit);
  return best === undefined ? [] : [best];
}

/** The columns that may hold the handles or names of accounts. */
export function accountsByWords(columns: readonly ColumnValues[], named: RegExp = OF_ACCOUNTS): ColumnValues[] {
  return columns.filter((column) => {
    const filled = column.cells.filter((cell) => cell !== '');
    const short = filled.filter(
      (cell) => cell.length <= 100 && !/\s\S+\s\S+\s/.test(cell) && !/^[\d.,:/ -]+$/.test(cell),
    ).length;
    return (
      named.test(column.name) &&
      !NOT_THE_ACCOUNT.test(column.name) &&
      column.distinct > 1 &&
      filled.length > column.cells.length / 2 &&
      short > 0.8 * filled.length &&
      !timesOf(column)
    );
  });
}

/** Names of the place where posts stand, which is their author only if no column names another. */
export const OF_PLACES =
  /^(?:video )?(?:channel|page|group|chat|forum|board|community)[ _.]?(?:name|title|user ?name|url|handle)?$/i;

export const OF_KINDS =
  /type|kind|tipo|typ$|тип|tür|jenis|(?<![a-z])art$|categor|class|action|rodzaj|soort|lloji|loại|类型|種[類別]|類型|유형|종류|نوع|प्रकार|ประเภท|τύπο|סוג/i;
/** Columns with the kind of a post have few different values. */
const MOST_KINDS = 8;

/**
 * The columns that state whether a post is a repost: a few short words, at least one of which is a platform's word
 * for a repost. If all are words for kinds, the name of the column does not matter.
 */
export function kindsByWords(columns: readonly ColumnValues[]): ColumnValues[] {
  return columns.filter(({ name, cells, distinct }) => {
    if (distinct < 2 || distinct > MOST_KINDS) return false;
    const words = [...new Set(cells)].filter((cell) => cell !== '');
    if (!OF_KINDS.test(name) && !words.every((word) => /\p{L}{2}/u.test(word) && isKind(word))) return false;
    return (
      areKinds(words) &&
      words.some((word) => referenceKinds(word).includes('retweet')) &&
      words.some((word) => !referenceKinds(word).includes('retweet'))
    );
  });
}

/** The columns that list hashtags, by their names; columns of counts are left out. */
export function hashtagsByWords(columns: readonly ColumnValues[]): ColumnValues[] {
  return columns.filter(
    ({ name, cells, filled }) =>
      /hash.?tags?|хэштег|хештег|话题|話題|ハッシュタグ|해시태그|هشتگ|هاشتاق/i.test(name) &&
      !/count|num|anzahl|number|total|^n_|^has_|^is_|search|query|first|main|target|track/i.test(name) &&
      filled > 0 &&
      cells.every((cell) => !/^[\d.]+$/.test(cell)),
  );
}

/** Names of columns with the creation date of an account. */
export const OF_CREATION = /creat|join|regist|since|member|регистр|создан|注册|登録|가입|kayıt|fecha/i;

/** Words for the same in more languages, which are only looked for where the dates depend on the account. */
export const OF_CREATION_ANYWHERE =
  /açılış|açıldı|oluştur|إنشاء|انشاء|تسجيل|انضمام|作成|開設|创建|建立|बनाया|बना$|निर्माण|पंजीकरण|erstell|angelegt|beitritt|criad|criaç|ingresso|création|créé|inscri|iscri|creazione|creato|utworz|rejestr|dołącz|створен|реєстр|생성|개설|dibuat|bergabung|ساخت|عضویت|ایجاد|สมัคร|สร้าง|tạo|tham gia|δημιουργ|εγγραφ/i;
