/** As `maxTextLength` of the session contract, which cannot be imported here without its schema library. */
export const maxTextLength = 4000;
