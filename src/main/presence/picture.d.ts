/** A picture that is built into the program, as a `data:` URL. */
declare module '*.png?inline' {
  const url: string
  export default url
}
