import iconv from 'iconv-lite';
import { expect, it } from 'vitest';
import { guessEncoding } from '../../src/read/guess-encoding.js';

/** A few lines only, in which chardet finds too little. */
it.each([
  ['windows-1255', 'בואו לכיכר מוזיקה טובה #פסטיבל', 'הביאו לחם בבקשה #פסטיבל'],
  ['windows-1254', 'Meydana gelin çocuklar şarkı söyleyelim #şenlik', 'Ekmek getirin lütfen, iyi müzik var #şenlik'],
  ['windows-1251', 'Приходите на площадь #праздник', 'Несите хлеб #праздник'],
  ['windows-1253', 'Ελάτε στην πλατεία #γιορτή', 'Φέρτε ψωμί #γιορτή'],
  ['windows-1256', 'تعالوا إلى الساحة #مهرجان', 'أحضروا الخبز #مهرجان'],
  ['gb18030', '来广场吧 #音乐节#', '音乐真好 带面包 #音乐节#'],
  ['euc-kr', '광장으로 오세요 #축제', '빵을 가져오세요 #축제'],
  ['shift_jis', '広場に来てください #音楽祭', 'パンを持ってきて #音楽祭'],
])('%s is told from two lines', (encoding, first, second) => {
  const table = `created_at,username,text\n2020-07-28 06:00:00,ann,${first}\n2020-07-28 06:01:00,bob,${second}\n`;
  const { encoding: guessed } = guessEncoding(iconv.encode(table, encoding));
  expect(iconv.decode(iconv.encode(table, encoding), guessed)).toBe(table);
});
