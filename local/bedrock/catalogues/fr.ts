import type { Catalogue } from './catalogue.ts';
import { criteria } from './fr-criteria.ts';

export const fr: Catalogue = {
  fields: {
    engineering: {
      name: 'Développement logiciel',
      description:
        "Écrit et modifie des logiciels sur lesquels d'autres peuvent compter et qu'ils peuvent lire et entretenir.",
    },
    design: {
      name: 'Architecture et conception',
      description:
        "Divise un problème en parties qui s'accordent et sait ce que coûte chaque choix.",
    },
    quality: {
      name: 'Qualité et tests',
      description:
        "S'assure que le travail est juste avant que d'autres n'en dépendent, et qu'il le reste.",
    },
    operations: {
      name: 'Exploitation et fiabilité',
      description:
        'Fait tourner les choses, voit tôt les ennuis et les remet en marche quand elles tombent.',
    },
    data: {
      name: 'Données et analyse',
      description:
        "Recueille, ordonne et lit des données de sorte que des décisions puissent s'y appuyer.",
    },
    security: {
      name: 'Sécurité et conformité',
      description:
        'Protège les personnes, les données et les biens, et travaille selon les règles en vigueur.',
    },
    care: {
      name: 'Soin et sécurité des personnes',
      description:
        'Veille avec sûreté, attention et respect sur les personnes qui lui sont confiées.',
    },
    customers: {
      name: 'Clientèle et service',
      description:
        'Découvre ce dont les clients ont besoin, règle les difficultés et garde leur confiance.',
    },
    teaching: {
      name: 'Enseigner et expliquer',
      description:
        "Rend d'autres capables de faire ou de comprendre ce qu'ils ne pouvaient pas avant.",
    },
    commerce: {
      name: 'Vente et sens commercial',
      description: 'Trouve, gagne et garde des affaires, en regardant coûts et rendement.',
    },
    collaboration: {
      name: 'Travail avec les autres',
      description: 'Partage travail et savoir, écoute, parle à temps et règle les désaccords.',
    },
    delivery: {
      name: 'Planification et réalisation',
      description:
        "Décide de ce qui vient d'abord, tient ses promesses et prévient tôt quand ce n'est pas possible.",
    },
    problem_solving: {
      name: 'Résolution de problèmes',
      description: 'Cherche la cause avant le remède et vérifie que le remède a agi.',
    },
    leadership: {
      name: 'Diriger et décider',
      description:
        'Donne une direction, décide avec des raisons et aide les autres à bien travailler.',
    },
    learning: {
      name: 'Apprendre et améliorer',
      description: 'Apprend des résultats et des erreurs et porte cet acquis dans le travail.',
    },
  },
  skills: {
    name: '{terms}',
    description: "Connaît ce que ce poste demande ({terms}) et s'en sert avec discernement.",
  },
  intros: {
    skill: [
      'Dans ce poste, vous rencontrerez « {term} ».',
      'Ce travail touche à « {term} ».',
      'Une partie des tâches concerne « {term} ».',
    ],
  },
  questions: {
    piece_of_work:
      "Parlez-nous d'un de vos travaux où cela comptait. À quoi servait-il, et qu'avez-vous décidé vous-même ?",
    debugging:
      'Supposons que quelque chose là-dedans ne marche plus et que personne ne sache pourquoi. Comment trouvez-vous la cause, pas à pas ?',
    choice:
      'Quand est-ce le bon choix, et quand prendriez-vous autre chose ? Prenez un cas que vous connaissez.',
    assurance:
      "Comment vous assurez-vous qu'un tel travail est juste avant que d'autres s'y fient, et comment remarquez-vous qu'il ne l'est plus ?",
    explanation:
      "Expliquez-le à quelqu'un qui vient d'arriver dans l'équipe : comment cela marche, où l'on se trompe et pourquoi.",
    improvement:
      "Vous reprenez ce travail de quelqu'un d'autre et il y a des plaintes. Que regardez-vous d'abord, et que changez-vous ?",
    disagreement:
      "Racontez une fois où vous et quelqu'un au travail voyiez une telle chose différemment. Qu'avez-vous fait, et comment cela s'est-il terminé ?",
    mistake:
      "Racontez une fois où quelque chose a mal tourné dans un travail de ce genre. Quelle était votre part, et qu'avez-vous fait ensuite ?",
    pressure:
      "Décrivez une fois où il a fallu le faire avec moins de temps ou de monde que prévu. Comment avez-vous décidé de ce qui venait d'abord ?",
    helping:
      "Racontez une fois où vous avez aidé quelqu'un pour qui c'était difficile. Comment vous y êtes-vous pris, et qu'en est-il sorti ?",
    initiative:
      "Parlez-nous d'une chose de ce domaine que vous avez changée sans qu'on vous le demande. Pourquoi, et comment était-ce après ?",
    change:
      "Décrivez une fois où le plan a changé alors que vous étiez déjà à l'œuvre. Qu'avez-vous fait, et que referiez-vous ?",
    small_problem:
      "Pensez à une petite fonction ou un petit script pour une partie de cela. Qu'est-ce qui entre et qu'est-ce qui sort, comment l'écririez-vous, et quels cas pourraient le casser ?",
    review:
      'Un collègue vous demande de relire une modification dans ce domaine. Que regardez-vous, dans quel ordre, et comment dites-vous ce que vous avez trouvé ?',
    test_plan:
      'Vous devez tester du code pour cela. Quels cas choisissez-vous, lesquels laissez-vous, et pourquoi ?',
    speed_up:
      'Un code pour cela marche mais est trop lent. Comment trouvez-vous où passe le temps, et que tentez-vous en premier ?',
    clean_up:
      "Le code pour cela a grandi au point que personne n'ose y toucher. Comment le rendez-vous plus facile à changer sans le casser ?",
    new_system:
      "Concevez un petit système pour cela. Quelles en sont les parties, qu'est-ce qui passe entre elles, et où attendez-vous le premier goulot ?",
    growth:
      "Supposons qu'un système pour cela doive servir dix fois plus de personnes qu'aujourd'hui. Qu'est-ce qui cède d'abord, et que changez-vous ?",
    outage:
      "Une partie d'un système pour cela tombe à l'heure la plus chargée. Comment le reste doit-il se comporter, et comment l'apprend-on ?",
    data_model:
      'Quelles données garderiez-vous pour cela, comment les ordonneriez-vous, et à quelles questions faut-il répondre vite ?',
    migration:
      "Un ancien système pour cela doit être remplacé pendant qu'on continue à s'en servir. Comment passez-vous de l'un à l'autre ?",
    relevance:
      'Laquelle de vos expériences vous y prépare le mieux ? Dites ce que vous y avez fait et ce qui en est sorti.',
    priorities:
      'Un jour chargé, plusieurs personnes vous demandent quelque chose en même temps, et ceci en fait partie. Comment décidez-vous, et à qui le dites-vous ?',
    working_together:
      "Parlez-nous d'un tel travail que vous ne pouviez faire qu'avec d'autres. Comment l'avez-vous réparti, et qu'avez-vous fait quand c'est devenu difficile ?",
    keeping_up:
      "Comment tenez-vous à jour ce que vous en savez, et qu'avez-vous changé dans votre travail à cause d'une chose apprise ?",
    first_weeks:
      'Imaginez vos premières semaines ici. Que voulez-vous découvrir sur cette partie du travail, et comment vous y prendriez-vous ?',
  },
  from_resume: 'Votre CV touche à ce sujet ; vous pouvez y prendre votre exemple.',
  harder: {
    case: [
      "Choisissez un cas où l'on ne pouvait pas tout avoir.",
      'Choisissez un cas où la voie facile était fermée.',
    ],
    idea: [
      'Dites aussi ce qui parle contre votre propre voie.',
      'Dites aussi ce que vous feriez si votre première voie échouait.',
    ],
  },
  easier: {
    case: ['Un petit cas de tous les jours suffit.', 'Cela peut être quelque chose de simple.'],
    idea: ['Un exemple simple suffit.', 'Les bases suffisent.'],
  },
  criteria,
  feedback: {
    strength: {
      situation:
        "Vous avez placé votre réponse dans une situation réelle que l'on peut se représenter.",
      action: 'Vous avez dit ce que vous avez fait vous-même.',
      result: 'Vous avez dit ce qui en est sorti.',
      number: "Vous l'avez rendu concret par des données.",
      reason: 'Vous avez donné les raisons de votre voie.',
      tradeoff: 'Vous avez comparé une voie à une autre.',
      example: 'Vous avez pris un exemple concret.',
      reflection: 'Vous avez dit ce que vous en avez retenu.',
      check: 'Vous avez dit comment vous avez vérifié votre travail.',
      risk: 'Vous avez pensé à ce qui peut mal tourner.',
      people: 'Vous avez parlé des personnes concernées.',
    },
    nothing: "Merci de votre réponse. Elle est enregistrée telle que vous l'avez donnée.",
    tip: {
      situation:
        "Partez d'une situation réelle : quand c'était, ce qui était en jeu et qui y prenait part.",
      action: 'Dites pas à pas ce que vous avez fait vous-même.',
      result: "Dites comment cela s'est terminé et à quoi vous l'avez vu.",
      number: 'Une quantité, une date ou une observation rendent un résultat plus concret.',
      reason: 'Dites pourquoi vous avez pris cette voie.',
      tradeoff: 'Dites quelle autre voie vous avez envisagée et ce qui parlait pour et contre.',
      example: 'Ajoutez un exemple concret de votre travail.',
      reflection: 'Dites ce que vous en avez retenu et ce que vous faites autrement depuis.',
      check: 'Dites comment vous vous êtes assuré que cela marchait.',
      risk: 'Dites ce qui pourrait mal tourner et ce que vous feriez alors.',
      people: 'Dites qui d’autre y prenait part et comment vous en avez parlé ensemble.',
    },
    complete:
      "Continuez ainsi : un cas, vos propres étapes, vos raisons et comment cela s'est terminé.",
  },
  closing: {
    offline:
      'Ce texte a été écrit hors ligne, sans modèle de langue : un programme a comparé les mots des réponses à ce que demande chaque question. Une personne lit les réponses et décide.',
    answered: 'Les réponses portaient sur : {names}.',
    none_answered: "Aucune question n'a reçu de réponse.",
    open: 'Resté ouvert : {names}.',
    not_read: 'Une personne regardera cette partie : {names}.',
    shown_most: "Là où l'on a trouvé le plus : {names}.",
    shown_none:
      'Le programme a trouvé peu de choses dans les réponses et ne nomme donc pas de force particulière.',
    shown_least: "Là où l'on a trouvé le moins : {names}.",
    shown_all: 'On a trouvé quelque chose sur chaque sujet.',
    advice:
      "Il est utile de prendre un cas réel, de dire ce que vous avez fait vous-même et pourquoi, et de raconter comment cela s'est terminé et à quoi vous l'avez vu.",
  },
  follow_up: {
    situation: "Pourriez-vous prendre un cas précis et dire quand et où c'était ?",
    action: 'Quelles étapes avez-vous suivies vous-même, et dans quel ordre ?',
    result: "Comment cela s'est-il terminé, et qu'est-ce qui était différent après ?",
    number: 'À quoi pouvait-on voir la différence ?',
    reason: "Qu'est-ce qui vous a fait prendre cette voie ?",
    tradeoff: "À quelles autres voies avez-vous pensé, et qu'est-ce qui parlait contre elles ?",
    example: 'Pourriez-vous décrire un exemple plus en détail ?',
    reflection:
      'Avec le recul, que referiez-vous de la même manière, et que ne referiez-vous pas ?',
    check: 'Comment avez-vous su, ou sauriez-vous, si cela marchait ?',
    risk: "Qu'est-ce qui aurait pu mal tourner, et alors ?",
    people: "Qui d'autre y prenait part, et comment avez-vous fait ensemble ?",
  },
};
