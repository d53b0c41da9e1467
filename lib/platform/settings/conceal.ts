const inspected = Symbol.for("nodejs.util.inspect.custom");
const instead = "[secret]";

/**
 * Gives an object ways of being written (JSON, the log, the console) that leave out the named fields. The fields themselves stay
 * readable; a spread copy is an ordinary object again.
 */
export function conceal<T extends object>(object: T, fields: readonly (keyof T)[]): T {
  const written = () =>
    Object.fromEntries(
      Object.keys(object).map((key) => {
        const value: unknown = Reflect.get(object, key);
        return [key, value !== undefined && fields.some((field) => field === key) ? instead : value];
      }),
    );
  for (const key of ["toJSON", inspected]) Object.defineProperty(object, key, { value: written, enumerable: false });
  return object;
}

/** Makes fields that can be read by name and are in no listing: neither JSON, nor a log that copies what it is given, has them. */
export function hide<T extends object>(object: T, fields: readonly (keyof T)[]): T {
  for (const field of fields) Object.defineProperty(object, field, { enumerable: false });
  return object;
}
