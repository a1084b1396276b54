import { a } from "./a.mjs"; export { a }
