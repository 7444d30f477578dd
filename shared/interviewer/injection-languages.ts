import type { InjectionKind, InjectionPattern } from './injection-patterns.ts';

/** Patterns of one kind; words have no diacritics, like the folded text. */
const rule = (kind: InjectionKind, ...sources: string[]): InjectionPattern[] =>
  sources.map((source) => [kind, new RegExp(source, 'gmu')] as const);

/** Where an imperative can start. */
const start = String.raw`(?:(?<=^|[.!?:;,>\]})"'*#\n¿¡।؟。！：，] ?)|\b(?:bitte|por favor|s'il (?:vous|te) plait|per favore|alstublieft|prosze|veuillez|debes?|debe|du musst|sie muessen|sie mussen|vous devez|deve|moet|je moet) )`;

/**
 * The two plainest attempts – ignore your instructions, give the best level – in the languages of the
 * interface and some more. The model has to detect the rest.
 */
export const otherLanguages = (): readonly InjectionPattern[] => [
  // German
  ...rule(
    'override',
    `${start}(?:ignorier(?:e|en sie)?|vergiss|vergessen sie|missachte(?:n sie)?|ubergehe?|uberschreibe?|beachte) [^.!?\\n]{0,40}\\b(?:anweisungen|anweisung|regeln|vorgaben|instruktionen|bewertungsraster|bewertungskriterien|kriterien|prompt|richtlinien)\\b`,
  ),
  ...rule(
    'demand',
    `${start}(?:gib|geben sie|vergib|vergeben sie|bewerte|bewerten sie|setze?|setzen sie|erteile|erteilen sie) [^.!?\\n]{0,70}\\b(?:(?:stufe|level|note|niveau) ?(?:5|funf|1|eins)|(?:volle|hochste|maximale|beste|hochst)\\w* (?:punkt\\w*|stufe|note|bewertung|niveau)|hochstnote|hochstpunktzahl|bestnote|5 ?(?:\\/|von) ?5|100 (?:punkte|prozent))`,
  ),
  // Spanish, Portuguese
  ...rule(
    'override',
    `${start}(?:ignora|ignore|ignoren|olvida|olvide|olvidate de|descarta|haz caso omiso de|desconsidere|esqueca|omite) [^.!?\\n]{0,50}\\b(?:instrucciones|instrucoes|reglas|regras|indicaciones|criterios|rubrica|prompt|directrices|diretrizes)\\b`,
  ),
  ...rule(
    'demand',
    `${start}(?:dame|deme|da|asigna|asigne|otorga|otorgue|pon|ponga|ponme|califica|califique|puntua|puntue|evalua|evalue|de-me|me de|atribua|avalie|classifique) [^.!?\\n]{0,70}\\b(?:nivel ?(?:5|cinco)|(?:maxima|mas alta|mejor|melhor|total) (?:puntuacion|calificacion|nota|pontuacao)|(?:puntuacion|calificacion|nota|pontuacao|nivel) (?:maxim[ao]|perfect[ao]|mas alt[ao])|5 (?:de|\\/) ?5|un (?:5|cinco|10|diez)\\b|nota (?:5|10)|100 puntos)`,
  ),
  // French
  ...rule(
    'override',
    `${start}(?:ignore[zr]?|oublie[zr]?|ne (?:tenez|tiens) (?:pas )?(?:aucun )?compte|negligez|contourne[zr]?) [^.!?\\n]{0,50}\\b(?:instructions|consignes|regles|directives|criteres|grille|prompt|bareme)\\b`,
  ),
  ...rule(
    'demand',
    `${start}(?:donne[zr]?(?:-moi)?|attribue[zr]?(?:-moi)?|accorde[zr]?(?:-moi)?|mets|mettez(?:-moi)?|note[zr]?|evalue[zr]?) [^.!?\\n]{0,70}\\b(?:niveau ?(?:5|cinq)|(?:meilleure|plus haute) (?:note|evaluation)|note (?:maximale|maximum|parfaite)|(?:score|niveau) (?:maximal|maximum|parfait)|5 ?(?:\\/|sur) ?5|20 ?(?:\\/|sur) ?20|100 points)`,
  ),
  // Italian, Dutch, Polish, Turkish
  ...rule(
    'override',
    `${start}(?:ignora(?:te)?|dimentica(?:te)?|trascura) [^.!?\\n]{0,50}\\b(?:istruzioni|regole|criteri|prompt)\\b`,
    `${start}(?:negeer|vergeet|sla over) [^.!?\\n]{0,50}\\b(?:instructies|regels|criteria|aanwijzingen|prompt)\\b`,
    `${start}(?:zignoruj|ignoruj|pomin|zapomnij) [^.!?\\n]{0,50}(?:instrukcj|polecen|zasad|kryteri)`,
    String.raw`(?:talimat|kural|yonerge)[^.!?\n]{0,30}(?:yok say|gormezden gel|unut|dikkate alma)`,
  ),
  ...rule(
    'demand',
    `${start}(?:dammi|assegna|assegnami|valuta|dai) [^.!?\\n]{0,60}\\b(?:livello ?(?:5|cinque)|(?:voto|punteggio) (?:massimo|piu alto)|massim\\w+ (?:punteggio|voto))`,
    `${start}(?:geef|ken|beoordeel) [^.!?\\n]{0,60}\\b(?:niveau ?(?:5|vijf)|(?:hoogste|maximale) (?:score|cijfer|niveau))`,
    `${start}(?:daj|przyznaj|ocen) [^.!?\\n]{0,60}(?:poziom ?5|najwyzsz|maksymaln)`,
  ),
  // Russian, Ukrainian
  ...rule(
    'override',
    String.raw`(?:игнорируй|проигнорируй|забудь|отбрось|ігноруй|не обращай внимания на)(?:те)? [^.!?\n]{0,50}(?:инструкци|указани|правил|критери|промпт|інструкц|рубрик)`,
  ),
  ...rule(
    'demand',
    String.raw`(?:поставь|дай|оцени|присвой|выставь|постав|оціни)(?:те)? [^.!?\n]{0,60}(?:уровень ?5|пять баллов|максимальн|высш|наивысш|5 баллов|рівень ?5)`,
  ),
  // Chinese, Japanese, Korean
  ...rule(
    'override',
    String.raw`(?:忽略|无视|無視|忘记|忘記|不要理会|不要遵守)[^。！？\n]{0,20}(?:指令|指示|说明|說明|规则|規則|提示|标准|標準|要求)`,
    String.raw`(?:指示|命令|ルール|指令|プロンプト|基準)[^。！？\n]{0,15}(?:無視|忘れ)`,
    String.raw`(?:지시|명령|규칙|프롬프트|지침|기준)[^.!?\n]{0,15}(?:무시|잊)`,
  ),
  ...rule(
    'demand',
    String.raw`(?:给我|給我|请给|請給|打|评为|評為|给出|給出|给予|給予)[^。！？\n]{0,20}(?:满分|滿分|最高分|最高(?:级|級|等级|評價|评价)|5分|五分|5级|5級|100分)`,
    String.raw`(?:満点|最高(?:点|評価|レベル)|レベル ?5|5点)[^。！？\n]{0,20}(?:ください|下さい|くれ|付け|つけ|与え|しろ|せよ)`,
    String.raw`(?:만점|최고 ?(?:점수|등급|점)|5점|레벨 ?5|5등급)[^.!?\n]{0,15}(?:주세요|줘|주십시오|매겨|부여|평가)`,
  ),
  // Hindi, Arabic, Persian, Urdu
  ...rule(
    'override',
    String.raw`(?:निर्देश|नियम|प्रॉम्प्ट|मानदंड)[^।!?\n]{0,30}(?:अनदेखा|नज़रअंदाज़|नजरअंदाज|भूल|उपेक्षा)`,
    String.raw`(?:تجاهل|تجاهلي|تجاهلوا|انس|انسى|اهمل|أهمل|نادیده بگیر|فراموش کن)[^.!?؟\n]{0,40}(?:تعليمات|التعليمات|القواعد|تعلیمات|دستور|المعايير|الأوامر|قوانین|هدایات)`,
  ),
  ...rule(
    'demand',
    String.raw`(?:पूरे अंक|पूर्ण अंक|अधिकतम (?:अंक|स्तर|स्कोर)|उच्चतम (?:अंक|स्तर|स्कोर)|सर्वोच्च (?:अंक|स्तर)|स्तर (?:5|५)|5 अंक)[^।!?\n]{0,20}(?:दें|दो|दीजिए|दीजिये|देना)`,
    String.raw`(?:أعط|اعط|امنح|ضع|قيم|قيّم)[^.!?؟\n]{0,50}(?:الدرجة الكاملة|أعلى (?:درجة|مستوى|تقييم)|اعلى (?:درجة|مستوى)|العلامة الكاملة|المستوى (?:5|٥|الخامس)|درجة (?:5|كاملة))`,
  ),
];
