const rule = (source: string) => new RegExp(source, 'mu');

/** Orders to an evaluator in languages other than English, on folded text. */
export const foreignInstructions: readonly RegExp[] = [
  rule(
    '(?:ignorier\\p{L}*|vergiss|missachte\\p{L}*|überspring\\p{L}*).{0,50}(?:anweisung|vorgabe|regel|instruktion|kriteri)',
  ),
  rule(
    '(?:gib|vergib|bewerte|setze|erteile|geben sie|vergeben sie|bewerten sie).{0,60}(?:stufe|punkt|note|wertung|höchst|maximal|volle|fünf|\\b5\\b|100)',
  ),
  rule(
    '(?:ignora|ignore[ns]?|olvida|olvide|omite|descarta).{0,50}(?:instruccion|instruções|reglas|regras|indicacion|anterior)',
  ),
  rule(
    '(?:dame|da|dé|otorga|otorgue|asigna|asigne|califica|califique|puntúa|pon|atribua|dê).{0,60}(?:nivel|nível|puntuación|puntos|nota|máxim|cinco|\\b5\\b|100)',
  ),
  rule(
    '(?:ignore[zr]?|oublie[zr]?|néglige[zr]?|ne tiens? pas compte|ne tenez pas compte).{0,50}(?:instruction|consigne|règle|précédent|directive)',
  ),
  rule(
    '(?:donne[zr]?|attribue[zr]?|accorde[zr]?|note[zr]?|mets|mettez).{0,60}(?:niveau|note|point|maxim|cinq|\\b5\\b|100)',
  ),
  rule(
    '(?:ignora|dimentica).{0,50}(?:istruzion|regole|precedent)|(?:assegna|dai|dammi).{0,50}(?:livello|punteggio|voto|massim)',
  ),
  rule(
    '(?:игнорируй|игнорируйте|забудь|забудьте).{0,60}(?:инструкци|правил|указани)|(?:поставь|поставьте|дай|дайте|присвой).{0,60}(?:балл|уровень|оценк|максимальн)',
  ),
  rule(
    '(?:नज़रअंदाज़|नजरअंदाज|अनदेखा|भूल जा|अनदेखी).{0,60}|(?:निर्देश\\p{M}*\\p{L}*).{0,40}(?:अनदेख|भूल|नज़रअंदाज़|नजरअंदाज)|(?:स्तर|अंक|स्कोर|नंबर).{0,30}(?:दो|दें|दीजिए|दे दो)',
  ),
  rule(
    '(?:تجاهل|تجاهلوا|انس|انسى|تجاوز).{0,60}(?:التعليمات|تعليمات|القواعد|السابق|الأوامر)|(?:أعط|اعط|أعطني|امنح|امنحني|ضع|قيم|قيّم).{0,60}(?:مستوى|المستوى|درجة|الدرجة|علامة|أعلى|نقاط|الكاملة|5|٥)',
  ),
  rule(
    '(?:忽略|无视|忘记|無視).{0,30}(?:指令|指示|规则|規則|说明|提示)|(?:给|給|打).{0,20}(?:满分|最高分|5\\s?分|五分|最高)|(?:以前|上記|前)の(?:指示|命令).{0,12}無視|満点',
  ),
  rule('(?:무시|잊어).{0,20}|(?:만점|최고 점수|5점).{0,20}(?:주|부여)'),
];
