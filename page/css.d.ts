/** esbuild puts what is imported into main.css. */
declare module '*.css';
