/** The LIKE pattern of words as they are, wherever they stand: signs that mean something to LIKE are escaped. */
export const containing = (words: string) => `%${words.replace(/[\\%_]/gu, (sign) => `\\${sign}`)}%`;
