export { drawn, type Picture } from './drawn.ts'
export { PictureFigure } from './picture-figure.tsx'
