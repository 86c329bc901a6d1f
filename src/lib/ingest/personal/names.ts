/** Frequent first names of people who rent flats here, by where the names come from; those that are words as well are left out. */
const FIRST_NAMES = new Set(
	`achim adelheid adolf adrian agnes albert alexander alexandra alfred alina almut amelie andrea andreas
	angela angelika anika anita anja anke anna annegret annelie anneliese annemarie annette annika anton antje
	arne arno arthur astrid axel barbara bastian beate ben benjamin bernd bernhard bettina bianca birgit
	björn brigitte britta bruno burkhard carina carl carla carmen carola carolin carsten caroline cäcilia
	charlotte christa christel christian christiane christina christine christoph clara claudia claus clemens
	cornelia dagmar daniel daniela david denise dennis detlef diana dieter dietmar dietrich dirk dominik doris
	dorothea eberhard eckhard edeltraud edgar edith eduard egon ekkehard elena elfriede elias elisa elisabeth
	elke ella ellen elmar elsa emil emilia emily emma erhard eric erich erik erika erna erwin esther eugen eva
	evelyn fabian felix ferdinand finn florian franz franziska frauke frieda friederike friedhelm friedrich
	fritz gabi gabriele georg gerald gerd gerda gerhard gerlinde gertrud gisela gottfried greta gudrun günter
	günther gustav hanna hannah hannelore hannes hanno hans harald hartmut hedwig heike heiko heiner heinrich
	heinz helene helga hella helmut hendrik henning henry herbert hermann hilde hildegard holger horst hubert
	hugo ida ilona ilse ina ines inga inge ingeborg ingo ingrid irene iris irma irmgard isabel isabell isabella
	jakob jan jana janina jannik jasmin jens jessica joachim jochen johann johanna johannes jonas jonathan jörg
	josef joseph julia julian juliane jürgen jutta kai karin karl karla karola karsten katharina kathrin katja
	katrin kerstin kevin kirsten klara klaus konrad konstantin kornelia kristin kristina kurt lara larissa lars
	laura lea lena lennart leon leonie lieselotte lilli lina linus lisa lothar lotte louis louisa luca lucas
	ludwig luis luisa luise lukas lutz lydia magda magdalena maike maja malte manfred manuel manuela marc marcel
	marco marcus mareike margarete margarethe margit margot maria marianne marie marina mario marion marius
	marlene marlies martha martin martina mathias mathilde matthias max maximilian maya mechthild meike melanie
	mia michael michaela mila mira miriam monika moritz nadine nadja nele nicola nicole niklas nils nina noah
	nora norbert olaf ole olga oliver oskar otto patricia patrick paul paula pauline peter petra philipp pia
	rainer ralf ralph ramona raphael rebecca regina regine reinhard reinhold renate rene ricarda richard rita
	robert robin roland rolf roman ronald ronja rosemarie rosi rudi rudolf rüdiger ruth sabine sabrina samuel
	sandra sara sarah saskia sebastian selma siegfried sigrid silke silvia simon simone sina sofia sofie sonja
	sophia sophie stefan stefanie steffen stephan stephanie susann susanne sven svenja swantje sybille sylvia
	tanja tatjana thea theo theodor theresa thilo thomas thorsten tilo tim timo tina tobias tom torben
	torsten udo ulf uli ulrich ulrike ursula ute uwe valentin vanessa vera verena veronika victor victoria
	viktor viktoria volker volkmar waldemar walter waltraud werner wiebke wilfried wilhelm wilma winfried
	wolfgang wolfram yannick yvonne
	abdullah adem ahmet ali alper arda arzu aslı aydın ayhan aylin ayşe aysel ayse aysun ayten azra baran
	barış bekir berk beyza bilal burak burcu büşra bülent canan cansu cem cemal cengiz ceren cihan defne deniz
	derya dilara dilek doğan duygu ebru ece ecrin elif emel emine emir emrah emre ercan erdal erdem eren erkan
	erol esma esra eymen fadime fatih fatma ferhat fikret filiz furkan gökhan gül gülay gülcan gülsüm gülten
	hakan halil halime hamza hande hasan hatice hayriye hülya hüseyin ibrahim ilhan ilkay ismail ismet kadir
	kaan kemal kerem koray leyla mahmut mehmet melek meltem merve mert meryem metin mevlüt miray muhammed
	muhammet murat mustafa müge nazlı necla nermin neşe nesrin nurcan nuray nurten oğuz okan onur orhan osman
	ozan ömer özcan özge özgür özlem pelin pınar ramazan recep rüya sabri salih sedat selçuk selim selin sema
	semra serap sercan serdar serhat serkan sevda sevgi sevim sevinç sibel sinan songül suat suna süleyman
	şahin şule şükrü tarık tolga tuba tuğba tülay tuncay turgut ufuk uğur umut ümit veli volkan yasemin yasin
	yavuz yeliz yıldız yılmaz yunus yusuf zehra zeki zeynep
	alexei aleksandr aleksandra alexej alla anastasia anastasiia anatoli andrej andrii andrij andriy arkadi
	artem bogdan boris daria darja denis dmitri dmitrij dmitriy dmytro ekaterina evgeni evgenia fjodor galina
	gennadi grigori halyna igor ihor ilja inna irina iryna ivan jekaterina jelena jewgeni juri khrystyna kira
	konstantin kateryna ksenia larisa leonid lew lidia ljudmila ludmila lyudmyla maksim maksym margarita mariia
	maxim michail mikhail mykola mykhailo nadeschda nadia nataliia natalia natalie natalija natalja nikita
	nikolai nikolaj oksana oleg oleh oleksandr oleksii olena olha pavel pavlo petro polina raisa roman ruslan
	serge sergej sergii serhii sergey sofiia stanislav stepan svetlana svitlana swetlana taras tamara tetiana
	timur valentina valeri valeria valeriia vasyl viktoriia viktorija vitali vitalij vladimir vladislav
	volodymyr wadim walentina wassili wiktor wladimir wolodymyr yana yaroslav yevhen yulia yuliia yuri yurii
	zoja
	agnieszka aleksandra andrzej barbara beata bogusław dariusz danuta dorota elżbieta ewa grażyna grzegorz
	halina henryk iwona jacek jadwiga jan janusz jarosław jerzy jolanta józef justyna kamil karolina katarzyna
	kazimierz krystyna krzysztof leszek maciej magdalena małgorzata marcin marek mariusz mateusz michał
	mirosław monika paweł piotr przemysław rafał ryszard sławomir stanisław sylwia tadeusz teresa tomasz urszula
	wacław wanda wiesław witold wojciech zbigniew zdzisław zofia
	abbas abdel abdul abdulrahman adnan ahmad ahmed aisha aliya amal amin amina amir amira anas asma ayman
	basel bashar bassam bilal dalia diana fadi fahd faisal farah farid faruk fatima fatma ghassan haidar hadi
	hala hamid hana hani hasan hassan hatem hiba hisham hossein huda hussein ibrahim imad iman jamal jamila
	kamal karim khaled khalid laila layla lina maha mahmoud majid malek manal mariam marwa maryam mohamad
	mohamed mohammad mohammed mona muhammad mustafa nabil nada nader nadia nasser noor nour omar osama rami
	rana rania rasha rashid reem reza rima sahar salah saleh salim salma samar sami samira sana shadi
	soraya suha tamer tarek wael wafa walid yasmin yasser younes youssef zahra zainab ziad
	adnan admir aida albana alma amela arben arta azra besnik blerim bojana branka dario darko dejan dragan
	dragana drita edin elvira emina enes ermin fadil fatmir goran haris ivana jasmina jelena jovana kosta lejla
	ljubica luan marija marko mersiha milan milica miloš mirela mirjana mirsad muamer nebojša nenad nikola
	predrag samir sanel sanja saša sead selma senad slavica slobodan snežana suad tatjana valon vesna vjosa
	vlado zoran želj željko
	adriana alessandro alexandru alina ana andrei andreea angelo antonio antónio beatriz bogdan carlos carmela
	claudiu cosmin costel cristian cristina dănuț domenico dorina elena enzo fernando florin francesca francesco
	franco gabriel gheorghe gianni giorgio giovanni giulia giuseppe gheorghiu iliana ioan ioana ionel ionuț
	jorge josé juan laurențiu lucia luigi luca luciano manuel marian mariana marin massimo mihaela mihai miguel
	mircea nicolae nicoleta paolo pedro pietro radu raluca roberto rosa rosaria salvatore sergio ștefan stefano
	teresa valeriu vasile vincenzo viorica
	amanda andrew anthony ashley barry betty brenda brian charles chris debbie deborah donald donna dorothy
	edward elizabeth emily gary george graham harry helen jack jacqueline james jane janet jason jean
	jeffrey jennifer jim joan joanna joe john joyce judith karen keith kelly kenneth kimberly lauren
	leslie linda liz margaret mary matthew megan melissa michelle mike nancy nicholas olivia pamela philip
	rachel raymond ryan sally samantha scott sean sharon shirley stephen steve steven susan thomas timothy
	tracey tracy wendy william
	chi duc hien hoang hung huong linh minh ngoc nguyen phuong quang thanh thao thi trang trung tuan
	tuấn
	abeba abraham aster berhane dawit filmon freweini haile kidane luwam mehari meron mulugeta robel rahwa
	samuel selam semere senait solomon tekle tesfay tsegay yonas yohannes`
		.split(/\s+/)
		.filter((name) => name.length > 1)
);

/** How family names end that are hardly anything else. */
const FAMILY_NAME =
	/(oğlu|oglu|owski|owska|ewski|ewska|ovski|ovska|inski|inska|enko|tschuk|chuk|ović|ovic|ević|evic|idis|opoulos|escu|dottir|yılmaz|öztürk)$/;

const TITLE =
	/^(?:(?:[Ff]rau|[Hh]errn?|Hr\.?|Fr\.?|Familie|Fam\.?|Eheleute|Ehel\.?|Mrs?\.?|Ms\.?|Miss)(?: (?:und|u\.|&) (?:[Ff]rau|[Hh]errn?|Fr\.?|Hr\.?))?(?= \p{L})|(?:Dr|Prof|Dipl)\.(?:-?[\p{L}]+\.)*)\s*/u;
const NAME_WORD = /^\p{Lu}(?:[\p{L}'’-]+\.?|\.)$/u;
const PARTICLE = /^(von|van|zu|zur|de|der|den|del|di|da|dos|al|el|bin|ibn|ter|ten|und|u\.)$/i;

/** How a cell looks as the name of a person; null where it does not. */
export type NameLook =
	/** a title or a known first name says so */
	| 'known'
	/** "Nachname, Vorname" of words nobody knows */
	| 'comma'
	/** two or three words with capitals */
	| 'words'
	/** a known first name by itself */
	| 'first';

const isFirstName = (word: string): boolean => {
	const parts = word.toLowerCase().replace(/[.’']/g, '').split('-');
	return parts.every((part) => FIRST_NAMES.has(part));
};

const withoutTitles = (text: string): string => {
	let rest = text;
	while (TITLE.test(rest)) rest = rest.replace(TITLE, '');
	return rest;
};

/** What a cell looks like as the name of a person, by its form; known names only make it surer. */
export function nameLook(cell: string): NameLook | null {
	const text = cell
		.normalize('NFC')
		.replace(/\s+/g, ' ')
		.replace(/^\d+[.)] /, '')
		.trim();
	if (text.length > 60 || /[?!;:@/]|\d{3}/.test(text)) return null;
	const bare = withoutTitles(text);
	const titled = bare !== text && bare !== '';
	const parts = bare.split(/ ?, ?/);
	if (parts.length > 2) return null;
	const words = parts.flatMap((part) => part.split(/ (?:& |\+ )?/));
	const names = words.filter((word) => !PARTICLE.test(word));
	if (names.length === 0 || names.length > 4 || !names.every((word) => NAME_WORD.test(word)))
		return null;
	if (titled) return 'known';
	const known = names.some((word) => isFirstName(word) || FAMILY_NAME.test(word.toLowerCase()));
	if (names.length === 1) return known ? 'first' : null;
	if (known) return 'known';
	return parts.length === 2 ? 'comma' : 'words';
}
