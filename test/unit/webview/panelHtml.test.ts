// The page before its script runs: a strict policy, and nothing of the user's data in it.
import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { type PanelPage, panelHtml } from '../../../src/webview/panelHtml';

const page: PanelPage = {
  cspSource: 'https://*.vscode-cdn.net',
  nonce: 'bm9uY2U',
  scriptUri: 'https://file.vscode-cdn.net/dist/page.js',
  styleUri: 'https://file.vscode-cdn.net/media/panel.css',
  language: 'de',
  title: 'Gateway',
};

function policy(html: string): Map<string, string> {
  const [, content = ''] =
    /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(html) ?? [];
  const directives = content.replaceAll('&#39;', "'").split('; ');
  return new Map(
    directives.map((one) => [one.split(' ')[0] ?? '', one.split(' ').slice(1).join(' ')]),
  );
}

suite('the page', () => {
  test('allows its own script by nonce, its own style, and nothing else', () => {
    assert.deepEqual(
      policy(panelHtml(page)),
      new Map([
        ['default-src', "'none'"],
        ['style-src', 'https://*.vscode-cdn.net'],
        ['script-src', "'nonce-bm9uY2U'"],
        ['base-uri', "'none'"],
        ['form-action', "'none'"],
      ]),
    );
  });

  test('has one script, with the nonce, and nothing inline', () => {
    const html = panelHtml(page);
    const scripts = [...html.matchAll(/<script[^>]*>([\s\S]*?)<\/script>/g)];
    assert.equal(scripts.length, 1);
    assert.match(
      scripts[0]?.[0] ?? '',
      /nonce="bm9uY2U" src="https:\/\/file\.vscode-cdn\.net\/dist\/page\.js"/,
    );
    assert.equal(scripts[0]?.[1], '');
    assert.doesNotMatch(html, /<style|style=|\son\w+=/);
  });

  test('states its language', () => assert.match(panelHtml(page), /<html lang="de">/));

  test('has somewhere to announce, outside of what is drawn anew', () => {
    assert.match(panelHtml(page), /<\/main>\s*<div id="announcements"[^>]*aria-live="polite"/);
  });

  test('lets no value out of its attribute', () => {
    const nasty = `"><script>alert(1)</script>'&`;
    const html = panelHtml({
      ...page,
      scriptUri: nasty,
      styleUri: nasty,
      language: nasty,
      title: nasty,
    });
    assert.equal(html.match(/<script/g)?.length, 1);
    assert.equal(html.match(/&quot;&gt;&lt;script&gt;/g)?.length, 4);
  });
});
