/** Where the project is on the web. Nothing of it is ever asked by itself. */

/** The same as `homepage` in `package.json`, which a test holds against it. */
export const projectPage = 'https://romp.example/'
/** Where a person finds every release. */
export const releasesPage = `${projectPage}releases/`
