const lists: Record<string, string> = {
  en: `a about above after again against all almost also although always am an and any anybody anyone
    anything are as at away back be became because been before being below between both but by can
    could did do does doing done down during each either else enough even ever every everybody everyone
    everything few first for from further get gets getting go goes going gone good got had has have
    having he her here hers herself him himself his how however i if in into is it its itself just
    keep know let like little lot made make makes making many may me might mine more most much must my
    myself need neither never next no nobody none nor not nothing now of off often on once one only or
    other others our ours ourselves out over own per put quite rather really said same say see seem
    she should since so some somebody someone something soon still such take than that the their
    theirs them themselves then there these they thing things think this those though through to
    together too two under until up upon us use used uses using very via want was way we well went were
    what when where whether which while who whole whom whose why will with within without would yes
    yet you your yours yourself i'm i've i'd i'll we're we've we'd we'll it's that's there's don't
    didn't doesn't wasn't weren't can't couldn't wouldn't isn't aren't you're they're they'd he's she's
    gonna wanna ain't y'all lemme gotta s t re ve ll d m`,
  de: `aber alle allem allen aller alles als also am an ander andere anderem anderen anderer anderes
    auch auf aus bei beim bin bis bist da dabei dadurch dafür dann daran darauf das dass dazu dein dem
    den denn der des deshalb dich die dies diese diesem diesen dieser dieses dir doch dort du durch ein
    eine einem einen einer eines er es etwas euch euer für gegen gewesen hab habe haben hat hatte hatten
    hier hin hinter ich ihm ihn ihnen ihr ihre ihrem ihren ihrer im in indem ins ist ja jede jedem jeden
    jeder jedes jetzt kann kein keine keinem keinen können könnte machen man manche mehr mein meine
    meinem meinen meiner mich mir mit muss musste nach nicht nichts noch nun nur ob oder ohne sehr sein
    seine seinem seinen seiner seit sich sie sind so solche soll sollte sondern sonst über um und uns
    unser unsere unserem unseren unter vom von vor war waren warst was weil welche welcher wenn wer
    werde werden wie wieder will wir wird wo wollen wollte wurde wurden zu zum zur zwar zwischen`,
  es: `a al algo algunas algunos ante antes aquel aquella aquí así aún aunque cada como con contra cual
    cuales cuando de del desde donde dos e el él ella ellas ellos en entonces entre era eran es esa esas
    ese eso esos esta está estaba están estar estas este esto estos fue fueron ha había han has hasta
    hay he hemos hice hizo la las le les lo los luego más me mi mis mucho muchos muy nada ni no nos
    nosotros nuestra nuestro o os otra otras otro otros para pero poco por porque primero pues que qué
    quien se sea ser si sí sido sin sobre solo somos son soy su sus también tan tanto te tenía tiene
    tienen todo todos tu tuve un una unas uno unos usted ustedes y ya yo`,
  fr: `à afin ai ainsi alors après as au aussi autre autres aux avaient avais avait avant avec avez avoir
    avons c ce cela ces cet cette ceux chaque chez comme d dans de depuis des deux donc dont du elle
    elles en encore entre est et étaient était étant été être eu eux fait faire fois ici il ils j je
    jusque l la le les leur leurs lors lui m ma mais me même mes moi mon n ne ni nos notre nous on ont ou
    où par parce pas pendant peu peut plus pour pourquoi puis qu quand que quel quelle quelles quels qui
    quoi s sa sans se sera ses si son sont sous suis sur t ta te tes toi ton tous tout toute toutes très
    tu un une vers vos votre vous y c'est j'ai d'un d'une qu'il n'est s'est`,
  hi: `अपना अपनी अपने अब आप इन इस इसके इसलिए उन उनका उनके उनको उन्हें उन्होंने उस उसका उसके उसने उसे एक और कर करता
    करती करते करना करने का कि किया की कुछ के को कोई कौन क्या क्यों गई गए गया जब जहाँ जा जाता जाती जाते जो तक तब तथा तो था थी
    थे दिया दी दो द्वारा नहीं ने पर फिर बहुत बाद भी मुझे में मेरा मेरी मेरे मैं मैंने यदि यह यहाँ या ये रहा रही रहे लिए लेकिन
    वह वहाँ वाला वाली वाले वे साथ से सकता सकते हम हमने हमारा हमारी हमारे ही हुआ हुई हुए है हैं हो होता होती होते`,
  ar: `أ أن أنا أنت أنه أنها أو أي إذا إلا إلى إن إنه الآن التي الذي الذين اللذان بعد بعض بل به بها بين تكون تلك
    تم ثم حتى حول حيث خلال ذلك سوف على عن عند عندما عليه عليها غير فقط في فيه فيها قبل قد كان كانت كل كلا كما كنت كنا كي
    كيف لا لأن لأنه لقد لكن لكي لم لماذا له لها ليس لي ما ماذا متى مع من منذ منه منها نحن نفس هذا هذه هل هم هنا هناك هو هي
    وقد وكان وكانت ولا ولكن ومن وهو وهي و ف ب ل يتم يكون`,
};

const sets = new Map(
  Object.entries(lists).map(([language, list]) => [language, new Set(list.split(/\s+/))]),
);
const none: ReadonlySet<string> = new Set();

/** The words of a language (`en`, `de`, `es`, `fr`, `hi`, `ar`) that carry no subject. */
export const functionWords = (language: string): ReadonlySet<string> => sets.get(language) ?? none;

/**
 * The language that most words of a text belong to by its function words; `otherwise` where none of
 * the six has any.
 */
export const languageOf = (words: readonly string[], otherwise: string): string => {
  const counts = [...sets].map(
    ([language, set]) => [language, words.filter((word) => set.has(word)).length] as const,
  );
  const [best] = counts.sort((a, b) => b[1] - a[1]);
  return best && best[1] > 0 ? best[0] : otherwise;
};
