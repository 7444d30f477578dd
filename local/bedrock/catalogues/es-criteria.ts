import type { Catalogue } from './catalogue.ts';

export const criteria: Catalogue['criteria'] = {
  own_part: {
    name: 'Situación y parte propia',
    level_1: 'Habla en general o solo de lo que hicieron otros.',
    level_3: 'Nombra una situación real y dice qué hizo la persona.',
    level_5: 'Expone una situación real, sus propios pasos en orden y lo que decidió y por qué.',
    evidence_wanted: [
      'una situación real sobre el tema: {term}',
      'los pasos propios, uno tras otro',
      'una decisión que tomó la persona',
    ],
  },
  reasons: {
    name: 'Razones y comparación',
    level_1: 'No da razones.',
    level_3: 'Da una razón del camino elegido.',
    level_5: 'Compara el camino con otro y dice qué cuesta cada uno y por qué este convenía.',
    evidence_wanted: [
      'la razón del camino elegido, porque',
      'otra opción que se comparó',
      'la desventaja o el coste del camino, aunque',
    ],
  },
  result: {
    name: 'Resultado',
    level_1: 'No dice cómo terminó.',
    level_3: 'Dice cómo terminó.',
    level_5: 'Dice qué cambió, cuánto o según quién, y cómo se supo.',
    evidence_wanted: [
      'el resultado al final',
      'un número o una observación que muestra el resultado',
      'cómo se comprobó el resultado',
    ],
  },
  knowledge: {
    name: 'Conocimiento del tema',
    level_1: 'Usa las palabras sin decir nada de ellas.',
    level_3: 'Explica bien la idea principal.',
    level_5: 'Explica cómo funciona y dónde están los límites, y lo muestra con un caso.',
    evidence_wanted: [
      'con palabras propias, cómo funciona: {term}',
      'un ejemplo concreto, por ejemplo del trabajo',
      'un límite o un error frecuente',
    ],
  },
  correctness: {
    name: 'Buscar y comprobar',
    level_1: 'Adivina o no comprueba nada.',
    level_3: 'Nombra una manera de comprobar.',
    level_5:
      'Va paso a paso, comprueba cada suposición con una prueba o medida y piensa en casos raros.',
    evidence_wanted: [
      'pasos en un orden lógico',
      'una prueba o medición sobre: {term}',
      'casos raros o casos límite',
    ],
  },
  structure: {
    name: 'Partes y flujo',
    level_1: 'No nombra partes.',
    level_3: 'Nombra las partes principales.',
    level_5:
      'Nombra las partes, de qué responde cada una, qué pasa entre ellas y por qué se dividió así.',
    evidence_wanted: [
      'las partes principales y su tarea, para: {term}',
      'qué datos pasan entre las partes',
      'la razón de dividirlo así, porque',
    ],
  },
  resilience: {
    name: 'Carga y fallos',
    level_1: 'Supone que nada falla.',
    level_3: 'Nombra algo que puede fallar.',
    level_5: 'Dice qué falla primero, cómo se nota, qué sigue funcionando y cómo se recupera.',
    evidence_wanted: [
      'qué falla o se llena primero',
      'cómo se nota un fallo',
      'cómo se recupera o qué hace mientras tanto',
    ],
  },
  people: {
    name: 'Trato con las personas',
    level_1: 'No menciona a nadie o solo culpa.',
    level_3: 'Dice con quién habló y de qué.',
    level_5: 'Dice a quién incluyó, a quién escuchó y a qué acuerdo llegaron.',
    evidence_wanted: [
      'con quién habló, equipo o cliente',
      'escuchó el punto de vista del otro',
      'qué se acordó',
    ],
  },
  reflection: {
    name: 'Lo aprendido',
    level_1: 'No saca nada de ello.',
    level_3: 'Nombra algo aprendido.',
    level_5: 'Nombra lo aprendido y lo que hace de otra manera desde entonces.',
    evidence_wanted: ['qué aprendió', 'qué hace de otra manera desde entonces'],
  },
};
