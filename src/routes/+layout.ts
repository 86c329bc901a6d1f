// Everything the app knows lives in the browser, so there is nothing a server could render.
export const ssr = false;
export const prerender = false;
