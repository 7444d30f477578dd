import type { CuePatterns } from './cues.ts';

// JavaScript's \b knows ASCII letters only.
const words = (list: string) => new RegExp(`(?<![\\p{L}\\p{M}])(?:${list})(?![\\p{L}\\p{M}])`, 'u');

/** Cue patterns of the languages other than English that questions are written in. */
export const otherCues = (number: RegExp): Record<string, CuePatterns> => {
  patterns ??= {
    de: {
      situation: words(
        'als|damals|während|letzte[sn]?|vor (?:einem|zwei|drei|einigen) \\p{L}+|in meine[rm]|bei meine[rm]|es gab|unser \\p{L}+|einmal|eines tages',
      ),
      action: words(
        '(?:habe|hab) ich|ich habe|ich (?!bin|war|denke|glaube|finde|hoffe|mag|würde|kann|will)\\p{L}{3,}|wir haben|haben wir',
      ),
      result: words(
        'ergebnis|am ende|schließlich|dadurch|sodass|führte zu|seitdem|danach|sank|sanken|gesunken|stieg|gestiegen|reduziert|verbessert|schneller|weniger|gespart|gelöst|rechtzeitig',
      ),
      number,
      reason: words(
        'weil|denn|da (?:wir|ich|die|das|der)|deshalb|daher|darum|deswegen|damit|um .{3,60} zu|grund|sonst|wegen|aufgrund',
      ),
      tradeoff: words(
        'aber|jedoch|allerdings|obwohl|statt|anstatt|stattdessen|alternative[n]?|nachteil\\p{L}*|vorteil\\p{L}*|abgewogen|abwägung|kompromiss|dafür|verglichen|im vergleich|einerseits|andererseits|zwar',
      ),
      example: words('zum beispiel|beispielsweise|z\\.b|etwa|konkret|nämlich|unter anderem'),
      reflection: words(
        'gelernt|rückblickend|im nachhinein|nächstes mal|anders machen|seitdem|fehler|eingesehen|erkannt',
      ),
      check: words(
        'getestet|test\\p{L}*|gemessen|messung\\p{L}*|geprüft|überprüft|überwacht|nachgerechnet|verglichen|monitoring|kennzahl\\p{L}*',
      ),
      risk: words(
        'fehler|ausfall|risik\\p{L}*|rückfall\\p{L}*|zurückgerollt|zeitüberschreitung|grenzfäll\\p{L}*|schief|abgestürzt|verloren|doppelt\\p{L}*|sicherung',
      ),
      people: words(
        'team|kolleg\\p{L}*|kund\\p{L}*|chef\\p{L}*|nutzer\\p{L}*|vorgesetzt\\p{L}*|gemeinsam|gesprochen|gespräch|zugehört|geeinigt|erklärt|gefragt',
      ),
    },
    es: {
      situation: words(
        'cuando|una vez|el año pasado|hace \\p{L}+ (?:años|meses|semanas)|en mi (?:último|anterior|primer)\\p{L}*|había|nuestro \\p{L}+|nuestra \\p{L}+|teníamos|durante',
      ),
      action: words(
        '(?:yo )?\\p{L}{3,}[éí]|hice|hicimos|propuse|puse|tuve que|decidimos|\\p{L}{3,}amos|\\p{L}{3,}imos|he \\p{L}+[ai]do',
      ),
      result: words(
        'resultado|al final|finalmente|por eso|desde entonces|después|redujo|redujimos|bajó|subió|aument\\p{L}*|mejor\\p{L}*|logr\\p{L}*|consegu\\p{L}*|ahorr\\p{L}*|menos|más rápido',
      ),
      number,
      reason: words(
        'porque|ya que|debido a|por lo tanto|para que|para \\p{L}+r|por esa razón|razón|motivo|así que|si no|puesto que',
      ),
      tradeoff: words(
        'pero|sin embargo|aunque|en lugar de|en vez de|alternativa[s]?|desventaja[s]?|ventaja[s]?|comparad\\p{L}*|compar\\p{L}*|a cambio|por otro lado|mientras que|opci\\p{L}+',
      ),
      example: words('por ejemplo|p\\. ?ej|como cuando|en concreto|en particular|es decir'),
      reflection: words(
        'aprend\\p{L}*|la próxima vez|en retrospectiva|desde entonces|error\\p{L}*|me di cuenta|de otra manera|lección',
      ),
      check: words(
        'prob\\p{L}*|prueba[s]?|med\\p{L}*|verifi\\p{L}*|comprob\\p{L}*|monitor\\p{L}*|revis\\p{L}*|métrica[s]?',
      ),
      risk: words(
        'fall\\p{L}*|riesgo[s]?|error\\p{L}*|revertir|reintent\\p{L}*|caso[s]? límite|pérdida|perd\\p{L}*|duplicad\\p{L}*|copia[s]? de seguridad|salir mal|salió mal',
      ),
      people: words(
        'equipo|colega[s]?|compañer\\p{L}*|cliente[s]?|jef\\p{L}*|usuario[s]?|junt\\p{L}*|habl\\p{L}*|escuch\\p{L}*|acuerdo|expli\\p{L}*|pregunt\\p{L}*',
      ),
    },
    fr: {
      situation: words(
        "quand|lorsque|une fois|l'année dernière|l'an dernier|il y a \\p{L}+ (?:ans|mois|semaines)|dans mon (?:dernier|ancien|précédent|premier) \\p{L}+|il y avait|notre \\p{L}+|nous avions|pendant",
      ),
      action: words("j'ai|nous avons|on a|je (?!pense|crois|suis|trouve|veux|peux)\\p{L}{3,}"),
      result: words(
        'résultat\\p{L}*|finalement|à la fin|au final|grâce à|depuis|ensuite|rédui\\p{L}*|baiss\\p{L}*|augment\\p{L}*|amélior\\p{L}*|économis\\p{L}*|réussi\\p{L}*|plus rapide|moins',
      ),
      number,
      reason: words(
        "parce qu\\p{L}*|parce que|car|puisque|afin de|afin que|pour que|pour \\p{L}+(?:er|ir|re)|raison|donc|c'est pourquoi|sinon|à cause",
      ),
      tradeoff: words(
        "mais|cependant|toutefois|bien que|au lieu de|plutôt que|alternative[s]?|inconvénient[s]?|avantage[s]?|compar\\p{L}*|compromis|en échange|d'un autre côté|tandis que|option[s]?",
      ),
      example: words("par exemple|p\\. ?ex|notamment|comme quand|concrètement|c'est-à-dire"),
      reflection: words(
        'appris|la prochaine fois|avec le recul|rétrospectivement|depuis lors|erreur[s]?|autrement|leçon|rendu compte',
      ),
      check: words(
        'test\\p{L}*|mesur\\p{L}*|vérifi\\p{L}*|contrôl\\p{L}*|surveill\\p{L}*|valid\\p{L}*|métrique[s]?|indicateur[s]?',
      ),
      risk: words(
        'échec\\p{L}*|échou\\p{L}*|risque[s]?|panne[s]?|erreur[s]?|retour arrière|cas limite[s]?|perte[s]?|perdu\\p{L}*|doublon[s]?|sauvegarde[s]?|mal tourn\\p{L}*',
      ),
      people: words(
        'équipe|collègue[s]?|client\\p{L}*|chef\\p{L}*|manager|utilisat\\p{L}*|ensemble|parl\\p{L}*|écout\\p{L}*|accord|expliqu\\p{L}*|demand\\p{L}*',
      ),
    },
    hi: {
      situation: words('जब|एक बार|पिछले|उस समय|पहले|हमारे|हमारी|दौरान'),
      action: words('मैंने|हमने|मैं'),
      result: words(
        'परिणाम|नतीजा|अंत में|आख़िरकार|आखिरकार|इससे|कम|बढ़\\p{L}*|बेहतर|सुधार|बच\\p{L}*|उसके बाद|सफल',
      ),
      number,
      reason: words('क्योंकि|इसलिए|ताकि|कारण|वजह|वरना'),
      tradeoff: words('लेकिन|मगर|हालाँकि|हालांकि|के बजाय|की बजाय|विकल्प|नुकसान|फायदा|फ़ायदा|तुलना|दूसरी ओर'),
      example: words('उदाहरण|जैसे|मसलन'),
      reflection: words('सीख\\p{L}*\\p{M}*|अगली बार|गलती|ग़लती|समझ आया|महसूस'),
      check: words('जाँच|जांच|परीक्षण|टेस्ट|माप\\p{M}*|परखा|निगरानी'),
      risk: words('विफल|जोखिम|त्रुटि|गड़बड़|खराब|ख़राब|बैकअप|वापस'),
      people: words('टीम|सहकर्मी|सहकर्मियों|ग्राहक|ग्राहकों|मैनेजर|साथी|बात|समझाया|पूछा|सहमति'),
    },
    ar: {
      situation: words(
        'عندما|حين|ذات مرة|في السنة الماضية|العام الماضي|في عملي|كان لدينا|كان هناك|أثناء|خلال',
      ),
      action: words('قمت|قمنا|\\p{L}{2,}ت|فعلت|كتبت|عملت|قررت|اقترحت|بدأت|طلبت|شرحت'),
      result: words(
        'النتيجة|نتيجة|في النهاية|أخيرا|أخيراً|أدى|انخفض\\p{L}*|ارتفع\\p{L}*|تحسن\\p{L}*|زاد\\p{L}*|أسرع|أقل|منذ ذلك|بعد ذلك|نجح\\p{L}*|وفر\\p{L}*',
      ),
      number,
      reason: words('لأن\\p{L}*|بسبب|لذلك|لكي|كي|حتى (?:لا|ن\\p{L}+|ي\\p{L}+)|السبب|وإلا|من أجل'),
      tradeoff: words(
        'لكن|ولكن|رغم|بدلا من|بدلاً من|البديل|بدائل|عيوب|مزايا|مقارنة|قارنت|مقابل|من ناحية|بينما',
      ),
      example: words('مثلا|مثلاً|على سبيل المثال|مثال|تحديدا|تحديداً'),
      reflection: words('تعلمت|المرة القادمة|خطأ|أخطأت|أدركت|درس|بشكل مختلف'),
      check: words(
        'اختبر\\p{L}*|اختبار\\p{L}*|قست|قياس|قسنا|تحقق\\p{L}*|تأكدت|راجعت|مراقبة|راقب\\p{L}*',
      ),
      risk: words(
        'فشل\\p{L}*|خطر|مخاطر|خطأ|عطل|استرجاع|تراجع\\p{L}*|حالات حدية|فقدان|مكرر\\p{L}*|نسخة احتياطية',
      ),
      people: words(
        'الفريق|فريق\\p{L}*|زميل\\p{L}*|زملا\\p{L}*|العميل|العملاء|المدير|مدير\\p{L}*|المستخدم\\p{L}*|معا|معاً|تحدثت|استمعت|اتفقنا|سألت|شرحت',
      ),
    },
  };
  return patterns;
};

let patterns: Record<string, CuePatterns> | undefined;
