import type { Catalogue } from './catalogue.ts';
import { criteria } from './es-criteria.ts';

export const es: Catalogue = {
  fields: {
    engineering: {
      name: 'Desarrollo de software',
      description:
        'Escribe y cambia software en el que otros pueden confiar y que pueden leer y mantener.',
    },
    design: {
      name: 'Arquitectura y diseño',
      description: 'Divide un problema en partes que encajan y sabe lo que cuesta cada elección.',
    },
    quality: {
      name: 'Calidad y pruebas',
      description:
        'Se asegura de que el trabajo está bien antes de que otros dependan de él, y de que sigue así.',
    },
    operations: {
      name: 'Operación y fiabilidad',
      description:
        'Mantiene las cosas en marcha, ve pronto los problemas y las recupera cuando fallan.',
    },
    data: {
      name: 'Datos y análisis',
      description: 'Reúne, ordena y lee datos de modo que las decisiones puedan apoyarse en ellos.',
    },
    security: {
      name: 'Seguridad y normas',
      description:
        'Protege a las personas, los datos y los bienes, y trabaja según las normas vigentes.',
    },
    care: {
      name: 'Cuidado y seguridad de las personas',
      description: 'Atiende con seguridad, atención y respeto a las personas a su cargo.',
    },
    customers: {
      name: 'Clientes y servicio',
      description:
        'Averigua lo que necesitan los clientes, resuelve conflictos y conserva su confianza.',
    },
    teaching: {
      name: 'Enseñar y explicar',
      description: 'Logra que otros sepan o entiendan algo que antes no podían.',
    },
    commerce: {
      name: 'Ventas y sentido comercial',
      description: 'Busca, gana y conserva negocio, atendiendo a costes y beneficio.',
    },
    collaboration: {
      name: 'Trabajo con otros',
      description: 'Comparte trabajo y saber, escucha, habla a tiempo y resuelve desacuerdos.',
    },
    delivery: {
      name: 'Planificación y entrega',
      description: 'Decide qué va primero, cumple lo prometido y avisa pronto si no será posible.',
    },
    problem_solving: {
      name: 'Resolución de problemas',
      description: 'Busca la causa antes que el remedio y comprueba que el remedio funcionó.',
    },
    leadership: {
      name: 'Dirigir y decidir',
      description: 'Da dirección, decide con razones y ayuda a otros a trabajar lo mejor posible.',
    },
    learning: {
      name: 'Aprender y mejorar',
      description: 'Aprende de resultados y errores y lleva lo aprendido al trabajo.',
    },
  },
  skills: {
    name: '{terms}',
    description: 'Conoce lo que este puesto pide ({terms}) y lo usa con criterio.',
  },
  intros: {
    skill: [
      'En este puesto encontrará «{term}».',
      'Este trabajo tiene que ver con «{term}».',
      'Una parte de las tareas trata de «{term}».',
    ],
  },
  questions: {
    piece_of_work:
      'Cuéntenos un trabajo suyo en el que esto fuera importante. ¿Para qué era y qué decidió usted?',
    debugging:
      'Suponga que algo de esto deja de funcionar y nadie sabe por qué. ¿Cómo encuentra la causa, paso a paso?',
    choice: '¿Cuándo es la elección adecuada y cuándo elegiría otra cosa? Use un caso que conozca.',
    assurance:
      '¿Cómo se asegura de que un trabajo así está bien antes de que otros confíen en él, y cómo nota que ya no lo está?',
    explanation:
      'Explíqueselo a alguien que acaba de llegar al equipo: cómo funciona, dónde se suele fallar y por qué.',
    improvement:
      'Recibe este trabajo de otra persona y hay quejas. ¿Qué mira primero y qué cambia?',
    disagreement:
      'Cuéntenos una vez en que usted y alguien del trabajo veían algo así de manera distinta. ¿Qué hizo y cómo terminó?',
    mistake:
      'Cuéntenos una vez en que algo salió mal en un trabajo de este tipo. ¿Cuál fue su parte y qué hizo después?',
    pressure:
      'Describa una vez en que hubo que hacerlo con menos tiempo o menos gente de lo previsto. ¿Cómo decidió qué iba primero?',
    helping:
      'Cuéntenos una vez en que ayudó a alguien a quien esto le costaba. ¿Cómo lo hizo y qué resultó?',
    initiative:
      'Cuéntenos algo de este ámbito que cambió sin que nadie se lo pidiera. ¿Por qué, y cómo fue después?',
    change:
      'Describa una vez en que el plan cambió cuando ya estaba en ello. ¿Qué hizo y qué haría otra vez igual?',
    small_problem:
      'Piense en una función o un script pequeño para una parte de esto. ¿Qué entra y qué sale, cómo lo escribiría y qué casos podrían romperlo?',
    review:
      'Alguien le pide que revise un cambio en este ámbito. ¿En qué se fija, en qué orden, y cómo dice lo que encontró?',
    test_plan: 'Tiene que probar código para esto. ¿Qué casos elige, cuáles deja fuera y por qué?',
    speed_up:
      'Un código para esto funciona, pero es demasiado lento. ¿Cómo averigua adónde va el tiempo y qué intenta primero?',
    clean_up:
      'El código para esto ha crecido hasta que nadie se atreve a tocarlo. ¿Cómo lo hace más fácil de cambiar sin romperlo?',
    new_system:
      'Diseñe un sistema pequeño para esto. ¿Cuáles son sus partes, qué pasa entre ellas y dónde espera el primer cuello de botella?',
    growth:
      'Suponga que un sistema para esto tiene que servir a diez veces más personas que hoy. ¿Qué cede primero y qué cambia?',
    outage:
      'Una parte de un sistema para esto falla en la hora de más trabajo. ¿Cómo debe comportarse el resto y cómo se entera la gente?',
    data_model:
      '¿Qué datos guardaría para esto, cómo los ordenaría y qué preguntas deben contestarse rápido?',
    migration:
      'Un sistema antiguo para esto debe sustituirse mientras se sigue usando. ¿Cómo llega del uno al otro?',
    relevance:
      '¿Cuál de sus experiencias le prepara mejor para esto? Cuéntenos qué hizo allí y qué resultó.',
    priorities:
      'En un día lleno varias personas le piden algo a la vez, y esto es una de las cosas. ¿Cómo decide y a quién se lo dice?',
    working_together:
      'Cuéntenos un trabajo así que solo se podía hacer con otros. ¿Cómo lo repartieron y qué hizo cuando se puso difícil?',
    keeping_up:
      '¿Cómo mantiene al día lo que sabe de esto, y qué ha cambiado en su trabajo por algo que aprendió?',
    first_weeks:
      'Imagine sus primeras semanas aquí. ¿Qué quiere averiguar sobre esta parte del trabajo y cómo lo haría?',
  },
  from_resume: 'Su currículum toca este tema; puede tomar el ejemplo de ahí.',
  harder: {
    case: [
      'Elija un caso en que no se podía tener todo.',
      'Elija un caso en que el camino fácil estaba cerrado.',
    ],
    idea: [
      'Diga también qué habla en contra de su propio camino.',
      'Diga también qué haría si su primer camino fallara.',
    ],
  },
  easier: {
    case: ['Basta un caso pequeño del día a día.', 'Puede ser algo sencillo.'],
    idea: ['Basta un ejemplo sencillo.', 'Basta con lo básico.'],
  },
  criteria,
  feedback: {
    strength: {
      situation: 'Situó su respuesta en un caso real que uno puede imaginar.',
      action: 'Dijo lo que hizo usted.',
      result: 'Dijo qué resultó de ello.',
      number: 'Lo hizo concreto con datos.',
      reason: 'Dio razones de su camino.',
      tradeoff: 'Comparó un camino con otro.',
      example: 'Usó un ejemplo concreto.',
      reflection: 'Dijo qué aprendió de ello.',
      check: 'Dijo cómo comprobó su trabajo.',
      risk: 'Pensó en lo que puede salir mal.',
      people: 'Habló de las personas implicadas.',
    },
    nothing: 'Gracias por su respuesta. Está guardada tal como la dio.',
    tip: {
      situation: 'Parta de una situación real: cuándo fue, qué estaba en juego y quién participó.',
      action: 'Diga paso a paso lo que hizo usted.',
      result: 'Diga cómo terminó y cómo lo supo.',
      number: 'Una cantidad, una fecha o una observación hacen más concreto un resultado.',
      reason: 'Diga por qué tomó ese camino.',
      tradeoff: 'Diga qué otro camino consideró y qué había a favor y en contra.',
      example: 'Añada un ejemplo concreto de su trabajo.',
      reflection: 'Diga qué se lleva de ello y qué hace ahora de otra manera.',
      check: 'Diga cómo se aseguró de que funcionaba.',
      risk: 'Diga qué podría salir mal y qué haría entonces.',
      people: 'Diga quién más participó y cómo habló con esas personas.',
    },
    complete: 'Siga así: un caso, sus propios pasos, sus razones y cómo terminó.',
  },
  closing: {
    offline:
      'Este texto se escribió sin conexión y sin modelo de lenguaje: un programa comparó las palabras de las respuestas con lo que pide cada pregunta. Una persona lee las respuestas y decide.',
    answered: 'Las respuestas trataron de: {names}.',
    none_answered: 'No se contestó ninguna pregunta.',
    open: 'Quedó abierto: {names}.',
    not_read: 'Una persona mirará esta parte: {names}.',
    shown_most: 'Donde más se encontró: {names}.',
    shown_none:
      'El programa encontró poco en las respuestas y por eso no nombra ningún punto fuerte concreto.',
    shown_least: 'Donde menos se encontró: {names}.',
    shown_all: 'Se encontró algo sobre cada tema.',
    advice:
      'Ayuda tomar un caso real, decir qué hizo usted y por qué, y contar cómo terminó y cómo lo supo.',
  },
  follow_up: {
    situation: '¿Podría tomar un caso concreto y decirnos cuándo y dónde fue?',
    action: '¿Qué pasos dio usted, y en qué orden?',
    result: '¿Cómo terminó y qué fue distinto después?',
    number: '¿En qué se podía ver la diferencia que hizo?',
    reason: '¿Qué le llevó a tomar ese camino?',
    tradeoff: '¿En qué otros caminos pensó y qué hablaba en contra de ellos?',
    example: '¿Podría describir un ejemplo con más detalle?',
    reflection: 'Visto desde hoy, ¿qué haría otra vez igual y qué no?',
    check: '¿Cómo averiguó, o cómo averiguaría, si funcionaba?',
    risk: '¿Qué podría haber salido mal, y entonces qué?',
    people: '¿Quién más participó y cómo lo hicieron juntos?',
  },
};
