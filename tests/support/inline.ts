/** What a page has inline, which its policy would have to make an exception for. */
export const inlineIn = (html: string): string[] =>
  html.match(/<script(?![^>]*\ssrc=)|<style|\sstyle=|\son\w+=|javascript:|data:/g) ?? [];
