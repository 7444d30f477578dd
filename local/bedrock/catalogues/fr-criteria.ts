import type { Catalogue } from './catalogue.ts';

export const criteria: Catalogue['criteria'] = {
  own_part: {
    name: 'Situation et part personnelle',
    level_1: "Parle en général, ou seulement de ce que d'autres ont fait.",
    level_3: 'Nomme une situation réelle et dit ce que la personne a fait.',
    level_5:
      "Expose une situation réelle, ses propres étapes dans l'ordre, ce qu'elle a décidé et pourquoi.",
    evidence_wanted: [
      'une situation réelle sur le sujet : {term}',
      "ses propres étapes, l'une après l'autre",
      'une décision prise par la personne',
    ],
  },
  reasons: {
    name: 'Raisons et comparaison',
    level_1: 'Ne donne pas de raison.',
    level_3: 'Donne une raison de la voie choisie.',
    level_5:
      'Compare la voie à une autre, dit ce que chacune coûte et pourquoi celle-ci convenait.',
    evidence_wanted: [
      'la raison de la voie choisie, parce que',
      'une autre option comparée',
      "l'inconvénient ou le coût de la voie, mais",
    ],
  },
  result: {
    name: 'Résultat',
    level_1: "Ne dit pas comment cela s'est terminé.",
    level_3: "Dit comment cela s'est terminé.",
    level_5: "Dit ce qui a changé, de combien ou d'après qui, et comment on l'a su.",
    evidence_wanted: [
      'le résultat à la fin',
      'un chiffre ou une observation qui montre le résultat',
      'comment le résultat a été vérifié',
    ],
  },
  knowledge: {
    name: 'Connaissance du sujet',
    level_1: 'Emploie les mots sans rien en dire.',
    level_3: "Explique bien l'idée principale.",
    level_5: 'Explique comment cela marche et où sont les limites, et le montre par un cas.',
    evidence_wanted: [
      'en ses propres mots, comment cela marche : {term}',
      'un exemple concret, par exemple du travail',
      'une limite ou une erreur fréquente',
    ],
  },
  correctness: {
    name: 'Trouver et vérifier',
    level_1: 'Devine, ou ne vérifie rien.',
    level_3: 'Nomme une façon de vérifier.',
    level_5:
      'Va pas à pas, vérifie chaque hypothèse par un test ou une mesure et pense aux cas rares.',
    evidence_wanted: [
      'des étapes dans un ordre sensé',
      'un test ou une mesure sur : {term}',
      'des cas rares ou des cas limites',
    ],
  },
  structure: {
    name: 'Parties et flux',
    level_1: 'Ne nomme pas de parties.',
    level_3: 'Nomme les parties principales.',
    level_5:
      'Nomme les parties, ce dont chacune répond, les échanges entre elles et pourquoi ce découpage.',
    evidence_wanted: [
      'les parties principales et leur rôle, pour : {term}',
      'quelles données passent entre les parties',
      'la raison de ce découpage, parce que',
    ],
  },
  resilience: {
    name: 'Charge et panne',
    level_1: 'Suppose que rien ne tombe en panne.',
    level_3: 'Nomme une chose qui peut tomber en panne.',
    level_5:
      "Dit ce qui tombe d'abord, comment on le voit, ce qui marche encore et comment cela se rétablit.",
    evidence_wanted: [
      "ce qui tombe en panne ou se remplit d'abord",
      'comment une panne est remarquée',
      'comment cela se rétablit ou sur quoi on se replie',
    ],
  },
  people: {
    name: 'Travail avec les personnes',
    level_1: 'Ne mentionne personne, ou ne fait que blâmer.',
    level_3: 'Dit à qui la personne a parlé et de quoi.',
    level_5: 'Dit qui a été associé, qui a été écouté et à quel accord on est arrivé.',
    evidence_wanted: [
      'à qui elle a parlé, équipe ou client',
      "écouté le point de vue de l'autre",
      "l'accord trouvé",
    ],
  },
  reflection: {
    name: 'Ce qui a été appris',
    level_1: "N'en tire rien.",
    level_3: 'Nomme une chose apprise.',
    level_5: 'Nomme ce qui a été appris et ce que la personne fait autrement depuis.',
    evidence_wanted: ['ce qui a été appris', 'ce que la personne fait autrement depuis'],
  },
};
