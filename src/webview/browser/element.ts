// Makes DOM elements from data; text only ever becomes text, never markup.

export interface ElementProperties {
  readonly class?: string;
  readonly text?: string;
  /** Attributes as in HTML, for example `aria-label`. */
  readonly attributes?: Readonly<Record<string, string>>;
  readonly onClick?: () => void;
}

export type Child = Node | undefined | false;

export function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  properties: ElementProperties = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  const { class: className, text, attributes, onClick } = properties;
  if (className !== undefined) made.className = className;
  if (text !== undefined) made.textContent = text;
  for (const [name, value] of Object.entries(attributes ?? {})) made.setAttribute(name, value);
  if (onClick !== undefined) made.addEventListener('click', onClick);
  made.append(...children.filter((child) => child instanceof Node));
  return made;
}

/** A text in which nothing can turn the direction of its surroundings. */
export function isolated(text: string): HTMLElement {
  return element('bdi', { text });
}

const longestUnbroken = 24;

/**
 * A name of DNS or AWS, which breaks after its dots, colons and slashes only; selecting it gives exactly the text.
 * Long pieces may break anywhere.
 */
export function codeText(text: string): HTMLElement {
  // The last piece stays with the one before it: a lonely "com" reads badly.
  const pieces = text.match(/[^.:/]*[.:/]+[^.:/]*$|[^.:/]*[.:/]+|[^.:/]+$/g) ?? [];
  const drawn = pieces.flatMap((piece) =>
    piece.length > longestUnbroken
      ? [document.createTextNode(piece), document.createElement('wbr')]
      : [element('span', { class: 'piece', text: piece }), document.createElement('wbr')],
  );
  return element('code', {}, ...drawn);
}

/** For screen readers only. */
export function hidden(text: string): HTMLElement {
  return element('span', { class: 'visually-hidden', text });
}
