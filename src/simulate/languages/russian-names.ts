/** Given names, shown and in Latin letters. */
export const RUSSIAN_GIVEN = [
  ['Александр', 'alex'], ['Сергей', 'sergey'], ['Андрей', 'andrey'], ['Дмитрий', 'dima'], ['Елена', 'elena'], ['Ольга', 'olga'], ['Наталья', 'natasha'], ['Ирина', 'irina'], ['Мария', 'masha'], ['Анна', 'anna'], ['Иван', 'ivan'], ['Вячеслав', 'slava'], ['Юлия', 'julia'],
  ['Татьяна', 'tanya'], ['Максим', 'max'], ['Николай', 'kolya'], ['Михаил', 'misha'], ['Алексей', 'aleksey'], ['Екатерина', 'katya'], ['Светлана', 'sveta'], ['Виктор', 'viktor'], ['Павел', 'pavel'], ['Роман', 'roman'], ['Артём', 'artem'], ['Денис', 'denis'], ['Людмила', 'lyuda'],
  ['Галина', 'galina'], ['Игорь', 'igor'], ['Олег', 'oleg'], ['Антон', 'anton'], ['Кирилл', 'kirill'], ['Вера', 'vera'], ['Надежда', 'nadya'], ['Дарья', 'dasha'], ['Полина', 'polina'], ['Тимур', 'timur'], ['Руслан', 'ruslan'], ['Эльвира', 'elvira'], ['Оксана', 'oksana'], ['Тарас', 'taras'],
] as const;

/** Family names with the same form for both genders (indeclinable), shown and in Latin letters. */
export const RUSSIAN_FAMILY = [
  ['Шевченко', 'shevchenko'], ['Коваленко', 'kovalenko'], ['Бондаренко', 'bondarenko'], ['Ткаченко', 'tkachenko'], ['Кравчук', 'kravchuk'], ['Мельник', 'melnik'], ['Гончар', 'gonchar'], ['Белых', 'belyh'], ['Черных', 'chernyh'], ['Седых', 'sedyh'], ['Долгих', 'dolgih'], ['Лысенко', 'lysenko'],
  ['Марченко', 'marchenko'], ['Савченко', 'savchenko'], ['Руденко', 'rudenko'], ['Мороз', 'moroz'], ['Сорока', 'soroka'], ['Бойко', 'boyko'], ['Козак', 'kozak'], ['Приходько', 'prihodko'], ['Дубинин-Ли', 'dubinin'], ['Живаго', 'zhivago'], ['Юрченко', 'yurchenko'], ['Остапчук', 'ostapchuk'],
  ['Гайдар', 'gaydar'], ['Скиба', 'skiba'], ['Панченко', 'panchenko'], ['Гуляй', 'gulyay'], ['Шаповал', 'shapoval'], ['Лещ', 'lesch'], ['Ким', 'kim'], ['Вебер', 'veber'], ['Бондарь', 'bondar'], ['Крутых', 'krutyh'], ['Зима', 'zima'], ['Левченко', 'levchenko'],
] as const;

/** Nicknames for handles. */
export const RUSSIAN_NICKNAMES = [
  'sibiryak', 'pomor', 'piterskiy', 'moscow_girl', 'uralochka', 'kuban', 'krymchanka', 'chernomor', 'ryzhiy_kot', 'dobryak', 'kosmos', 'vesna', 'zimniy', 'lisichka', 'medved', 'volga', 'ded_moroz', 'babushka', 'kapitan', 'morpeh', 'student', 'rockfan', 'fotograf', 'taksist', 'vrach',
  'zhurnal', 'novosti', 'chitatel', 'dachnik', 'rybak', 'veter', 'sever', 'yug', 'odessit', 'donchanka', 'kerch_city', 'baikal', 'tundra', 'samovar', 'pelmen', 'kvas', 'zenit_fan', 'spartak', 'hokkeist', 'mamochka', 'inzhener', 'filolog',
] as const;

/** Display names that are not a person's name, with letters of other scripts and emoji. */
export const RUSSIAN_FANCY_NAMES = [
  'Рыжий Кот', 'злая Белка', 'Просто Мария', 'Тот самый', 'не бот', '❄ Снежинка ❄', 'Дед Мороз', 'Летящая', 'Доктор К.', 'Черноморец ⚓', 'Кот учёный', 'ВЕСНА', 'сонная тётеря', 'Фотограф', 'Мама троих 👶', 'Человек с дивана', 'Северный ветер', 'Капитан ⚓', 'Ёжик в тумане', 'таксист-философ',
  'علي من موسكو', 'سارة', 'أحمد ☾', 'Ruslan ☾ Тимур', 'Алиса 🌸', '🇷🇺 Уралец', '🎸 Рок жив', 'ЧИТАТЕЛЬ', 'Бабушка онлайн', 'Грустный Пьеро',
] as const;
