import type { Catalogue } from './catalogue.ts';
import { criteria } from './de-criteria.ts';

export const de: Catalogue = {
  fields: {
    engineering: {
      name: 'Softwareentwicklung',
      description:
        'Schreibt und ändert Software, auf die andere sich verlassen und die sie lesen und pflegen können.',
    },
    design: {
      name: 'Architektur und Entwurf',
      description:
        'Zerlegt eine Aufgabe in Teile, die zusammenpassen, und weiß, was jede Wahl kostet.',
    },
    quality: {
      name: 'Qualität und Prüfung',
      description:
        'Sorgt dafür, dass die Arbeit stimmt, bevor andere darauf bauen, und dass es so bleibt.',
    },
    operations: {
      name: 'Betrieb und Zuverlässigkeit',
      description: 'Hält den Betrieb am Laufen, erkennt Störungen früh und behebt sie.',
    },
    data: {
      name: 'Daten und Auswertung',
      description: 'Sammelt, ordnet und liest Daten so, dass Entscheidungen darauf stehen können.',
    },
    security: {
      name: 'Sicherheit und Vorschriften',
      description: 'Schützt Menschen, Daten und Sachen und arbeitet nach den geltenden Regeln.',
    },
    care: {
      name: 'Fürsorge und Schutz von Menschen',
      description: 'Kümmert sich sicher, aufmerksam und respektvoll um anvertraute Menschen.',
    },
    customers: {
      name: 'Kundschaft und Service',
      description:
        'Findet heraus, was Kundinnen und Kunden brauchen, und behält ihr Vertrauen auch bei Ärger.',
    },
    teaching: {
      name: 'Lehren und Erklären',
      description:
        'Bringt andere dazu, etwas zu können oder zu verstehen, was sie vorher nicht konnten.',
    },
    commerce: {
      name: 'Verkauf und Wirtschaftlichkeit',
      description: 'Findet, gewinnt und hält Geschäft, mit Blick auf Kosten und Ertrag.',
    },
    collaboration: {
      name: 'Zusammenarbeit',
      description: 'Teilt Arbeit und Wissen, hört zu, sagt rechtzeitig etwas und legt Streit bei.',
    },
    delivery: {
      name: 'Planung und Umsetzung',
      description:
        'Entscheidet, was zuerst kommt, hält Zusagen und sagt früh, wenn eine nicht hält.',
    },
    problem_solving: {
      name: 'Probleme lösen',
      description: 'Sucht erst die Ursache, dann das Mittel, und prüft, ob es gewirkt hat.',
    },
    leadership: {
      name: 'Führen und Entscheiden',
      description: 'Gibt Richtung, entscheidet mit Gründen und hilft anderen, gut zu arbeiten.',
    },
    learning: {
      name: 'Lernen und Verbessern',
      description: 'Lernt aus Ergebnissen und Fehlern und trägt das Gelernte in die Arbeit.',
    },
  },
  skills: {
    name: '{terms}',
    description:
      'Weiß, was diese Stelle an Kenntnissen verlangt ({terms}), und setzt es mit Bedacht ein.',
  },
  intros: {
    skill: [
      'In dieser Stelle geht es auch um „{term}“.',
      'Zu dieser Arbeit gehört „{term}“.',
      'Ein Teil der Aufgaben hat mit „{term}“ zu tun.',
    ],
  },
  questions: {
    piece_of_work:
      'Erzählen Sie von einer eigenen Arbeit, bei der es darauf ankam. Wofür war sie, und was haben Sie selbst entschieden?',
    debugging:
      'Angenommen, dabei geht plötzlich etwas nicht mehr, und niemand weiß, warum. Wie finden Sie Schritt für Schritt die Ursache?',
    choice:
      'Wann ist das die richtige Wahl, und wann würden Sie etwas anderes nehmen? Nehmen Sie einen Fall, den Sie kennen.',
    assurance:
      'Wie stellen Sie sicher, dass solche Arbeit stimmt, bevor andere sich darauf verlassen, und woran merken Sie, wenn das nicht mehr so ist?',
    explanation:
      'Erklären Sie das jemandem, der neu im Team ist: wie es geht, wo man Fehler macht und warum.',
    improvement:
      'Sie übernehmen solche Arbeit von jemand anderem, und es gibt Beschwerden. Was sehen Sie sich zuerst an, und was ändern Sie?',
    disagreement:
      'Erzählen Sie von einem Fall, in dem Sie und jemand bei der Arbeit so etwas verschieden gesehen haben. Was haben Sie getan, und wie ging es aus?',
    mistake:
      'Erzählen Sie von einem Fall, in dem bei solcher Arbeit etwas schiefging. Was war Ihr Anteil, und was haben Sie dann getan?',
    pressure:
      'Beschreiben Sie einen Fall, in dem dafür weniger Zeit oder weniger Leute da waren als geplant. Wie haben Sie entschieden, was zuerst kommt?',
    helping:
      'Erzählen Sie, wie Sie jemandem geholfen haben, dem das schwerfiel. Wie sind Sie vorgegangen, und was kam dabei heraus?',
    initiative:
      'Erzählen Sie von etwas in diesem Bereich, das Sie ungefragt geändert haben. Warum, und wie war es danach?',
    change:
      'Beschreiben Sie einen Fall, in dem sich der Plan änderte, als Sie schon dabei waren. Was haben Sie getan, und was würden Sie wieder so machen?',
    small_problem:
      'Denken Sie an eine kleine Funktion oder ein Skript für einen Teil davon. Was geht hinein, was kommt heraus, wie würden Sie es schreiben, und welche Fälle könnten es zu Fall bringen?',
    review:
      'Jemand bittet Sie, eine Änderung in diesem Bereich durchzusehen. Worauf achten Sie, in welcher Reihenfolge, und wie sagen Sie, was Sie gefunden haben?',
    test_plan:
      'Sie sollen Code dafür testen. Welche Fälle wählen Sie, welche lassen Sie weg, und warum?',
    speed_up:
      'Ein Stück Code dafür ist richtig, aber zu langsam. Wie finden Sie heraus, wo die Zeit bleibt, und was versuchen Sie zuerst?',
    clean_up:
      'Der Code dafür ist gewachsen, bis sich niemand mehr herantraut. Wie machen Sie ihn änderbar, ohne ihn zu brechen?',
    new_system:
      'Entwerfen Sie ein kleines System dafür. Welche Teile hat es, was fließt zwischen ihnen, und wo erwarten Sie den ersten Engpass?',
    growth:
      'Angenommen, ein System dafür soll zehnmal so viele Menschen bedienen wie heute. Was gibt zuerst nach, und was ändern Sie?',
    outage:
      'Ein Teil eines Systems dafür fällt in der vollsten Stunde aus. Wie soll sich der Rest verhalten, und wie erfährt man davon?',
    data_model:
      'Welche Daten würden Sie dafür halten, wie würden Sie sie ordnen, und welche Fragen müssen schnell beantwortet werden?',
    migration:
      'Ein altes System dafür soll ersetzt werden, während man weiter damit arbeitet. Wie kommen Sie vom einen zum anderen?',
    relevance:
      'Welche Ihrer Erfahrungen bereitet Sie am besten darauf vor? Erzählen Sie, was Sie dort getan haben und was dabei herauskam.',
    priorities:
      'An einem vollen Tag wollen mehrere gleichzeitig etwas von Ihnen, und dies ist eines davon. Wie entscheiden Sie, und wem sagen Sie es?',
    working_together:
      'Erzählen Sie von solcher Arbeit, die nur gemeinsam mit anderen ging. Wie haben Sie sie aufgeteilt, und was haben Sie getan, als es schwierig wurde?',
    keeping_up:
      'Wie halten Sie Ihr Wissen darüber aktuell, und was haben Sie in Ihrer Arbeit geändert, weil Sie etwas gelernt haben?',
    first_weeks:
      'Stellen Sie sich Ihre ersten Wochen hier vor. Was wollen Sie über diesen Teil der Arbeit herausfinden, und wie gehen Sie vor?',
  },
  from_resume: 'Ihr Lebenslauf berührt das; Sie können Ihr Beispiel gern von dort nehmen.',
  harder: {
    case: [
      'Nehmen Sie einen Fall, in dem nicht alles zu haben war.',
      'Nehmen Sie einen Fall, in dem der leichte Weg versperrt war.',
    ],
    idea: [
      'Sagen Sie auch, was gegen Ihren eigenen Weg spricht.',
      'Sagen Sie auch, was Sie täten, wenn Ihr erster Weg scheitert.',
    ],
  },
  easier: {
    case: ['Ein kleiner Fall aus dem Alltag genügt.', 'Es darf etwas Einfaches sein.'],
    idea: ['Ein einfaches Beispiel genügt.', 'Die Grundlagen genügen.'],
  },
  criteria,
  feedback: {
    strength: {
      situation: 'Sie haben von einer wirklichen Situation erzählt, die man sich vorstellen kann.',
      action: 'Sie haben gesagt, was Sie selbst getan haben.',
      result: 'Sie haben gesagt, was dabei herauskam.',
      number: 'Sie haben es mit Angaben greifbar gemacht.',
      reason: 'Sie haben Gründe für Ihren Weg genannt.',
      tradeoff: 'Sie haben einen Weg gegen einen anderen abgewogen.',
      example: 'Sie haben ein konkretes Beispiel gebracht.',
      reflection: 'Sie haben gesagt, was Sie daraus mitgenommen haben.',
      check: 'Sie haben gesagt, wie Sie Ihre Arbeit geprüft haben.',
      risk: 'Sie haben daran gedacht, was schiefgehen kann.',
      people: 'Sie haben von den beteiligten Menschen gesprochen.',
    },
    nothing: 'Danke für Ihre Antwort. Sie ist gespeichert, so wie Sie sie gegeben haben.',
    tip: {
      situation:
        'Gehen Sie von einer wirklichen Situation aus: wann es war, worum es ging und wer dabei war.',
      action: 'Sagen Sie Schritt für Schritt, was Sie selbst getan haben.',
      result: 'Sagen Sie, wie es ausging und woran Sie das gemerkt haben.',
      number:
        'Eine Angabe wie eine Menge, ein Datum oder eine Beobachtung macht ein Ergebnis greifbar.',
      reason: 'Sagen Sie, warum Sie diesen Weg gegangen sind.',
      tradeoff:
        'Sagen Sie, welchen anderen Weg Sie erwogen haben und was dafür und dagegen sprach.',
      example: 'Fügen Sie ein konkretes Beispiel aus Ihrer Arbeit hinzu.',
      reflection: 'Sagen Sie, was Sie daraus mitgenommen haben und seitdem anders machen.',
      check: 'Sagen Sie, wie Sie sichergestellt haben, dass es wirkt.',
      risk: 'Sagen Sie, was schiefgehen könnte und was Sie dann täten.',
      people: 'Sagen Sie, wer noch beteiligt war und wie Sie miteinander gesprochen haben.',
    },
    complete: 'Bleiben Sie dabei: ein Fall, Ihre eigenen Schritte, Ihre Gründe und wie es ausging.',
  },
  closing: {
    offline:
      'Dieser Text ist ohne Verbindung und ohne Sprachmodell entstanden: Ein Programm hat die Wörter der Antworten mit dem verglichen, wonach jede Frage fragt. Ein Mensch liest die Antworten und entscheidet.',
    answered: 'In den Antworten ging es um: {names}.',
    none_answered: 'Es wurde keine Frage beantwortet.',
    open: 'Offen geblieben: {names}.',
    not_read: 'Diesen Teil sieht sich ein Mensch an: {names}.',
    shown_most: 'Am meisten war zu finden zu: {names}.',
    shown_none:
      'Das Programm fand in den Antworten wenig Anhalt und nennt deshalb keine einzelne Stärke.',
    shown_least: 'Weniger war zu finden zu: {names}.',
    shown_all: 'Zu jedem Thema war etwas zu finden.',
    advice:
      'Es hilft, einen wirklichen Fall zu nehmen, zu sagen, was Sie selbst warum getan haben, und zu erzählen, wie es ausging und woran Sie das gemerkt haben.',
  },
  follow_up: {
    situation: 'Können Sie einen bestimmten Fall nehmen und sagen, wann und wo das war?',
    action: 'Welche Schritte sind Sie selbst gegangen, und in welcher Reihenfolge?',
    result: 'Wie ging es aus, und was war danach anders?',
    number: 'Woran konnte man sehen, was es bewirkt hat?',
    reason: 'Was hat Sie zu diesem Weg gebracht?',
    tradeoff: 'An welche anderen Wege haben Sie gedacht, und was sprach gegen sie?',
    example: 'Können Sie ein Beispiel genauer beschreiben?',
    reflection: 'Was würden Sie heute wieder so machen, und was nicht?',
    check: 'Wie haben oder hätten Sie herausgefunden, ob es wirkt?',
    risk: 'Was hätte schiefgehen können, und was dann?',
    people: 'Wer war noch beteiligt, und wie sind Sie gemeinsam vorgegangen?',
  },
};
