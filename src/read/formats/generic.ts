import type { DumpFormat } from './format.js';

/** Any other table: its columns found by the names that people usually give them, the surest first. */
export const generic: DumpFormat = {
  name: 'generic',
  recognisedBy: [],
  columns: {
    id: ['tweet_id', 'status_id', 'post_id', 'id_str', 'tweetid', 'message_id', 'tweet_id_str', 'id', 'uri', 'ид', 'id_твита', 'id_поста', 'id_сообщения', 'id_записи', 'id_del_tweet', 'id_tweet', 'id_del_tuit'],
    account: [
      'user_id', 'author_id', 'userid', 'account_id', 'user_id_str', 'from_user_id_str', 'from_user_id', 'authorid', 'user.id_str', 'user.id', 'author.id',
      'user_did', 'author_did', 'did', 'uid', 'from_id', 'id_user', 'id_utilisateur', 'id_usuario', 'id_пользователя', 'id_автора', 'id_аккаунта', 'id_del_usuario', 'id_auteur', 'id_autor', 'benutzer_id', 'nutzer_id', 'extra_author_attributes.id',
    ],
    handle: [
      'screen_name', 'user_screen_name', 'username', 'user_username', 'handle', 'user_handle', 'author_handle', 'author_username', 'author.username', 'user.screen_name', 'user.username',
      'from_user', 'screenname', 'twitter_handle', 'account', 'author', 'user', 'usuario', 'nom_utilisateur', 'utilisateur', 'benutzername', 'nutzername', 'пользователь', 'автор', 'аккаунт', 'логин',
      'имя_пользователя', 'ник', 'никнейм', 'auteur', 'autor', 'autore', 'benutzer', 'nutzer', 'usuário', 'nombre_de_usuario', 'nom_d_utilisateur', "nom_d'utilisateur", 'utente', 'kullanıcı', 'użytkownik',
      'користувач', 'extra_author_attributes.short_name',
    ],
    name: ['display_name', 'user_name', 'user_display_name', 'author_name', 'full_name', 'author.name', 'user.name', 'name', 'nickname', 'nom', 'nombre', 'имя', 'отображаемое_имя', 'extra_author_attributes.name'],
    created: [
      'account_created_at', 'user_created_at', 'account_creation_date', 'user_created', 'account_created', 'author_created_at', 'author.created_at', 'user.created_at',
      'user_creation_date', 'account_creation', 'creation_date_account', 'joined', 'join_date', 'user_joined', 'registered', 'дата_регистрации', 'дата_создания_аккаунта', 'fecha_de_registro', 'cuenta_creada', 'date_de_création_du_compte', 'konto_erstellt',
    ],
    time: [
      'tweet_time', 'created_at', 'tweet_created_at', 'timestamp_utc', 'datetime', 'date_time', 'timestamp', 'date_created', 'created', 'tweet_date', 'publish_date', 'published_at', 'published', 'post_date', 'posted_at',
      'creation_date', 'created_time', 'created_utc', 'date_utc', 'date', 'time', 'tweet_timestamp', 'fecha', 'fecha_hora', 'datum', 'zeitstempel', 'data', 'dataehora', 'дата', 'время', 'дата_и_время',
      'дата_публикации', 'время_публикации', 'дата_создания', 'fecha_de_publicación', 'fecha_de_creación', 'fecha_publicacion', 'fecha_creacion', 'date_de_publication', 'date_heure', 'erstellt_am', 'erstellt',
      'data_ora', 'data_hora', 'tarih',
    ],
    clock: ['time', 'hour', 'clock', 'heure', 'hora', 'uhrzeit', 'время'],
    text: [
      'full_text', 'tweet_text', 'text', 'tweet', 'content', 'tweet_content', 'raw_content', 'post_text', 'message', 'post', 'body', 'status', 'tweet_full_text', 'texto', 'texte', 'contenu', 'contenido', 'nachricht', 'текст', 'твит', 'сообщение', 'текст_твита', 'текст_сообщения',
      'содержание', 'пост', 'tuit', 'mensaje', 'texto_del_tweet', 'texto_del_tuit', 'texte_du_tweet', 'message_texte', 'inhalt', 'testo', 'mensagem', 'conteúdo', 'contenuto', 'metin', 'tekst',
    ],
    kind: ['post_type', 'tweet_type', 'reference_types', 'referenced_tweets_type', 'type'],
    retweet: ['is_retweet', 'isretweet', 'is_rt', 'retweet', 'retweeted_status'],
    quote: ['is_quote', 'is_quote_status', 'isquote', 'is_quoted'],
    retweeted_id: ['retweeted_id', 'retweet_id', 'retweeted_status_id', 'retweet_status_id', 'retweeted_tweet_id', 'retweet_tweetid', 'retweeted_status.id_str', 'referenced_tweets.retweeted.id'],
    retweeted_handle: ['retweeted_user', 'retweet_screen_name', 'retweeted_screen_name', 'retweeted_username', 'retweeted_user_screen_name', 'retweeted_status.user.screen_name'],
    quoted_id: ['quoted_id', 'quoted_status_id', 'quoted_status_id_str', 'quoted_tweet_id', 'quoted_tweet_tweetid', 'referenced_tweets.quoted.id'],
    replied_id: ['in_reply_to_status_id', 'in_reply_to_status_id_str', 'in_reply_to_tweetid', 'in_reply_to_tweet_id', 'reply_to_status_id', 'replied_to_id', 'reply_to_tweet_id', 'to_tweetid', 'referenced_tweets.replied_to.id'],
    replied_to: ['in_reply_to_screen_name', 'reply_to_screen_name', 'in_reply_to_username', 'in_reply_to_user', 'to_username', 'in_reply_to_user_id', 'in_reply_to_user_id_str', 'in_reply_to_userid', 'reply_to_user_id', 'reply_to_user'],
    referenced_id: ['referenced_tweet_ids', 'referenced_tweet_id'],
    hashtags: ['hashtags', 'hashtag', 'entities.hashtags', 'tags', 'хэштеги', 'хештеги', 'etiquetas'],
    links: ['urls', 'links', 'expanded_urls', 'entities.urls', 'outlinks', 'ссылки', 'enlaces', 'liens'],
    client: ['source', 'tweet_client_name', 'client', 'source_label', 'source_name', 'source_of_tweet', 'status_source', 'application', 'device'],
    url: ['url', 'tweet_url', 'permalink', 'tweet_link', 'status_url', 'post_url', 'link', 'permanent_url', 'ссылка', 'адрес', 'enlace', 'lien'],
  },
};
