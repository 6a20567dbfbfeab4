/** Recognises what stands in the place of an account that is gone, hidden or not known: many accounts have the same. */

/** Words with which sites and tools show such accounts, and that no handle can be. */
const GONE =
  /^(?:[[(<](?:account |user )?(?:deleted|removed|suspended|unknown|redacted|anonymous|anonymi[sz]ed|hidden|private|unavailable|none|no author)(?: account| user)?[\])>]|(?:deleted|suspended|removed|unknown|anonymous|deactivated|unavailable)[ _](?:user|account|profile|author|member)|(?:account|user)[ _](?:deleted|suspended|deactivated|unavailable|not found|unknown)|(?:no|author|name|user)[ _](?:author|unknown|withheld)|(?:facebook|instagram|linkedin) (?:user|member)|удал[её]нный (?:аккаунт|пользователь)|неизвестный (?:автор|пользователь)|(?:usuario|cuenta|autor) (?:eliminad|suspendid|desconocid|an[oó]nim)[oa]|(?:compte|utilisateur|auteur) (?:supprimé|suspendu|inconnu|anonyme)|(?:usuário|conta|autor) (?:exclu[ií]d|suspens|desconhecid|an[oô]nim)[oa]|(?:gelöschte[rs]|unbekannte[rs]|anonyme[rs]) (?:nutzer|benutzer|konto|account|autor)|(?:utente|account|autore) (?:eliminato|sconosciuto|anonimo)|(?:silinmiş|bilinmeyen|anonim) (?:hesap|kullanıcı)|حساب محذوف|مستخدم (?:محذوف|مجهول)|削除されたユーザー|(?:账号|帐号|用户)已注销|已注销用户|匿名用户|未知用户|[nN]\.[aAnN]\.?)$/i;
/** Words that may be the handle of an account as well. */
const WORDS =
  /^(?:deleted|removed|suspended|deactivated|redacted|unknown|anonymous|anonymi[sz]ed|unavailable|anon[yi]me?|anónimo|anônimo|anonimo|desconocido|desconhecido|sconosciuto|inconnu|unbekannt|аноним|неизвестно|неизвестный|удал[её]н|مجهول|匿名|匿名さん|名無しさん|未知|익명|-1|0)$/i;
/** Signs alone: `***`, `—`, `???`. Underscores may be a handle, and pictures a name. */
const SIGNS = /^(?!_+$)[\p{P}=+<>~|^]{1,5}$/u;

const LONGEST = 32;

/** Whether a cell stands for an account that is gone, and can be no handle. */
export function isGone(cell: string): boolean {
  return cell.length > 0 && cell.length <= LONGEST && (GONE.test(cell) || SIGNS.test(cell));
}

/** Whether a cell is a word for accounts that are gone; with an id beside it, it may be a handle. */
export function mayBeGone(cell: string): boolean {
  return cell.length <= LONGEST && WORDS.test(cell);
}
