import type { Catalogue } from './catalogue.ts';

export const criteria: Catalogue['criteria'] = {
  own_part: {
    name: 'Situation und eigener Anteil',
    level_1: 'Spricht allgemein oder nur von dem, was andere taten.',
    level_3: 'Nennt eine wirkliche Situation und sagt, was die Person selbst getan hat.',
    level_5:
      'Schildert eine wirkliche Situation, die eigenen Schritte der Reihe nach und eigene Entscheidungen mit Grund.',
    evidence_wanted: [
      'eine wirkliche Situation zum Thema: {term}',
      'die eigenen Schritte nacheinander: ich habe',
      'eine selbst getroffene Entscheidung',
    ],
  },
  reasons: {
    name: 'Gründe und Abwägung',
    level_1: 'Nennt keine Gründe.',
    level_3: 'Nennt einen Grund für den gewählten Weg.',
    level_5:
      'Wägt den Weg gegen einen anderen ab und sagt, was jeder kostet und warum dieser passte.',
    evidence_wanted: [
      'der Grund für den Weg, etwa mit weil oder damit',
      'eine andere Möglichkeit, statt dieser abgewogen',
      'was der Weg kostet, sein Nachteil',
    ],
  },
  result: {
    name: 'Ergebnis',
    level_1: 'Sagt nicht, wie es ausging.',
    level_3: 'Sagt, wie es ausging.',
    level_5:
      'Sagt, was sich änderte, um wie viel oder nach wessen Wort, und wie das festgestellt wurde.',
    evidence_wanted: [
      'was am Ende das Ergebnis war',
      'eine Zahl oder Beobachtung, die das Ergebnis zeigt',
      'wie das Ergebnis geprüft wurde',
    ],
  },
  knowledge: {
    name: 'Kenntnis der Sache',
    level_1: 'Benutzt die Wörter, ohne etwas über sie zu sagen.',
    level_3: 'Erklärt den Grundgedanken richtig.',
    level_5: 'Erklärt, wie es geht und wo die Grenzen liegen, und zeigt es an einem Fall.',
    evidence_wanted: [
      'in eigenen Worten, wie das geht: {term}',
      'ein konkretes Beispiel, zum Beispiel aus der Arbeit',
      'eine Grenze oder ein häufiger Fehler',
    ],
  },
  correctness: {
    name: 'Finden und Prüfen',
    level_1: 'Rät oder prüft nichts.',
    level_3: 'Nennt einen Weg, zu prüfen.',
    level_5:
      'Geht Schritt für Schritt vor, prüft jede Annahme durch Test oder Messung und denkt an ungewöhnliche Fälle.',
    evidence_wanted: [
      'Schritte in sinnvoller Reihenfolge',
      'getestet oder gemessen, zum Thema: {term}',
      'ungewöhnliche Fälle und Grenzfälle',
    ],
  },
  structure: {
    name: 'Teile und Fluss',
    level_1: 'Nennt keine Teile.',
    level_3: 'Nennt die wichtigsten Teile.',
    level_5:
      'Nennt die Teile, wofür jeder zuständig ist, was zwischen ihnen fließt und warum so geschnitten wurde.',
    evidence_wanted: [
      'die wichtigsten Teile und ihre Aufgaben, für: {term}',
      'welche Daten zwischen den Teilen fließen',
      'der Grund für diesen Schnitt, weil',
    ],
  },
  resilience: {
    name: 'Last und Ausfall',
    level_1: 'Nimmt an, dass nichts ausfällt.',
    level_3: 'Nennt eine Sache, die ausfallen kann.',
    level_5:
      'Sagt, was zuerst ausfällt, wie man es bemerkt, was dann noch geht und wie es sich erholt.',
    evidence_wanted: [
      'was zuerst ausfällt oder voll läuft',
      'wie ein Ausfall bemerkt wird, etwa überwacht',
      'wie es sich erholt oder worauf es ausweicht',
    ],
  },
  people: {
    name: 'Umgang mit Menschen',
    level_1: 'Erwähnt niemanden oder gibt nur Schuld.',
    level_3: 'Sagt, mit wem worüber gesprochen wurde.',
    level_5: 'Sagt, wer einbezogen und wem zugehört wurde und worauf man sich einigte.',
    evidence_wanted: [
      'mit wem im Team oder mit welchen Kunden gesprochen wurde',
      'zugehört, die Sicht der anderen',
      'worauf man sich geeinigt hat',
    ],
  },
  reflection: {
    name: 'Gelerntes',
    level_1: 'Zieht nichts daraus.',
    level_3: 'Nennt etwas Gelerntes.',
    level_5: 'Nennt das Gelernte und was die Person seitdem anders macht.',
    evidence_wanted: ['was gelernt wurde', 'was seitdem anders gemacht wird'],
  },
};
