import type { zhCounterOrder } from '../zh/counter-order.ts'

/** Words of the counter terminal for why the next one is next. */
export const enCounterOrder = {
  'ctr.because': 'Waited {m} min, {why}',
  'ctr.because.longest': 'the longest',
  'ctr.because.sent-here': 'sent to this counter',
  'ctr.because.placed-first': 'placed first',
  'ctr.because.over-target': 'over the {t} promised',
  'ctr.because.pass-limit': 'passed {n} times',
  'ctr.because.nearest': 'nearest to the {t} promised',
  'ctr.because.quick': 'a quick service',
  'ctr.because.index': 'the highest score',
  'ctr.because.class': 'next of its class',
  'ctr.because.turn': 'its turn by the pattern',
  'ctr.because.condition': 'meets a condition',

  'ctr.order': 'Why this number',
  'ctr.order.title': 'Why is {no} next?',
  'ctr.order.rule.index':
    'Score = (waited + head start) ÷ promise × class × quickness; the highest goes first. Far over the promise, or passed too often, goes before any score.',
  'ctr.order.rule.first-come': 'First come, first called: the longest wait goes first.',
  'ctr.order.rule.strict': 'By class; within a class the longest wait goes first.',
  'ctr.order.rule.ratio':
    'Classes take turns in proportion; within a class the longest wait goes first.',
  'ctr.order.rule.pattern': 'By the set turns; among equals the longest wait goes first.',
  'ctr.order.rule.conditions': 'Who meets a condition goes first, then the usual rule.',
  'ctr.order.placed': 'Placed first by staff; the others by the rule.',
  'ctr.order.first': 'Next',
  'ctr.order.place': 'No. {n}',
  'ctr.order.wait': 'Waited',
  'ctr.order.target': 'Promise',
  'ctr.order.weight': 'Class',
  'ctr.order.quick': 'Quick',
  'ctr.order.score': 'Score',
  'ctr.order.ratio': 'Times',
  'ctr.order.minutes': '{m} min',
} satisfies Record<keyof typeof zhCounterOrder, string>
