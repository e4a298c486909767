/** An id made where the user acts. Browsers lack `crypto.randomUUID` on a plain line; this needs none. */
export { v4 as newId } from 'uuid'
