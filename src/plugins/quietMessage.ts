// A message about a configuration without the values that it repeats: they may be secrets.

const shortest = 4;

export function quietMessage(message: string, config: unknown): string {
  const texts = [...textsIn(config)].filter(({ length }) => length >= shortest);
  // The longest first: one may be a part of another.
  texts.sort((one, other) => other.length - one.length);
  return texts.reduce((said, text) => said.replaceAll(text, '…'), message);
}

function* textsIn(value: unknown): Generator<string> {
  if (typeof value === 'string') yield value;
  else if (typeof value === 'object' && value !== null) {
    for (const inner of Object.values(value)) yield* textsIn(inner);
  }
}
