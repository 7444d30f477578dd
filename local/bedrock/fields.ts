import type { Field } from './catalogues/catalogue.ts';

/** Beginnings of words that show a field of work, in the languages that there are texts for. */
const SIGNS: Record<Field, string> = {
  engineering:
    'software develop programm coding code backend frontend fullstack web entwickl desarroll développ logiciel سوفت برمج सॉफ़्ट सॉफ्ट विकास',
  design:
    'architect microservic scalab distribut entwurf architekt arquitect modular مصمم هندسة वास्तु',
  quality:
    'test quality review lint accura qualität calidad qualité prüf prueb essai جودة اختبار गुणवत्ता परीक्षण',
  operations:
    'deploy operat infrastruct cloud kubernet docker devops ci/cd on-call incident reliab uptime monitor mainten betrieb wartung mantenim entretien logist warehous تشغيل صيانة संचालन रखरखाव',
  data: 'data analy sql statistic report dashboard etl machine forecast daten datos données بيانات डेटा विश्लेषण',
  security:
    'secur complian privacy gdpr encrypt audit regulat legal sicherheit datenschutz segurid sécurit أمن सुरक्षा',
  care: 'patient wound medic complicat hygien nurs care clinic medic hospital health ward therap pfleg pacient santé soin مريض رعاية रोगी देखभाल',
  customers:
    'customer client guest service desk complaint kund cliente usuario usager زبائن عملاء ग्राहक',
  teaching:
    'teach student pupil curricul lesson classroom trainer lehr schül enseñ profesor enseign élève معلم طلاب शिक्षक छात्र',
  commerce:
    'sale revenue market negotiat pricing budget account invoice vertrieb verkauf venta vente مبيعات बिक्री',
  collaboration:
    'team hand relativ speak talk collab communicat colleague cross-function stakeholder pair zusammenarb kommunik equipo colabor équipe communiqu فريق تعاون تواصل टीम सहयोग संवाद',
  delivery:
    'deadline plan priorit deliver schedul project agile scrum roadmap termin projekt plazo proyecto délai projet مشروع योजना परियोजना',
  problem_solving:
    'problem troublesh debug diagnos investig root-cause analyti lösung fehler resolver problema résoud مشكل حل समस्या समाधान',
  leadership:
    'lead mentor coach manag decision hire supervis strateg führ leit lider gestion dirig قيادة إدارة नेतृत्व प्रबंधन',
  learning:
    'learn improv feedback grow curio train lern weiterbild aprend mejora appren amélior تعلم تحسين सीख सुधार',
};

const prefixes = Object.entries(SIGNS).map(
  ([field, signs]) => [field as Field, signs.split(' ')] as const,
);

/** How often each field shows in folded words; a heavier line counts for more. */
export const countFields = (
  lines: readonly { words: readonly string[]; weight: number }[],
): Map<Field, number> => {
  const counts = new Map<Field, number>();
  for (const { words, weight } of lines)
    for (const word of words)
      for (const [field, signs] of prefixes)
        if (signs.some((sign) => word.startsWith(sign)))
          counts.set(field, (counts.get(field) ?? 0) + weight);
  return counts;
};

/** The fields that a text speaks of, most of all first. */
export const fieldsOf = (words: readonly string[]): Field[] =>
  [...countFields([{ words, weight: 1 }])].sort((a, b) => b[1] - a[1]).map(([field]) => field);
