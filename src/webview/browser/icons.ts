// Line drawings for buttons and notices, in the colour of the text around them.

const svg = 'http://www.w3.org/2000/svg';

/** Path data on a grid of 16 by 16. */
const drawings = {
  copy: 'M5.5 5.5v-3h8v8h-3M2.5 5.5h8v8h-8z',
  open: 'M9.5 2.5h4v4M13.5 2.5 8 8M12.5 9.5v4h-10v-10h4',
  check: 'M3 8.5 6.5 12 13 4.5',
  refresh: 'M13 8a5 5 0 1 1-1.5-3.55L13 6M13 2.5V6H9.5',
  info: 'M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2ZM8 7.2V11M8 5v.1',
  warning: 'M8 2.5 14 13.5H2ZM8 6.5v3.4M8 11.6v.1',
  next: 'M2.5 8h10M8.5 4l4 4-4 4',
  error: 'M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2ZM5.8 5.8l4.4 4.4M10.2 5.8l-4.4 4.4',
} as const;

export type IconName = keyof typeof drawings;

export function icon(name: IconName): SVGSVGElement {
  const drawing = document.createElementNS(svg, 'svg');
  const path = document.createElementNS(svg, 'path');
  path.setAttribute('d', drawings[name]);
  drawing.setAttribute('viewBox', '0 0 16 16');
  drawing.setAttribute('class', `icon icon-${name}`);
  drawing.setAttribute('aria-hidden', 'true');
  drawing.append(path);
  return drawing;
}
