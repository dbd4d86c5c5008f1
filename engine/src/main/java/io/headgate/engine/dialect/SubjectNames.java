package io.headgate.engine.dialect;

import org.jspecify.annotations.Nullable;

/**
 * Files that are called like the subject of a schema, by the topic name strategy: {@code
 * orders-value.avsc}. A schema in a file of any other name has no subject that anybody could know.
 */
public final class SubjectNames {

  private SubjectNames() {}

  /** Whether a file is called like a subject and ends like a schema. */
  public static boolean isSubject(String path) {
    String subject = subject(path);
    return subject != null && (subject.endsWith("-value") || subject.endsWith("-key"));
  }

  /** Whether a file holds a schema in a language of its own, which is no YAML and no JSON. */
  public static boolean isSchema(String path) {
    return path.endsWith(".avsc") || path.endsWith(".proto");
  }

  /** The name of a file without its ending, or null if it does not end like a schema. */
  public static @Nullable String subject(String path) {
    String file = path.substring(path.lastIndexOf('/') + 1);
    for (String ending : new String[] {".avsc", ".proto", ".schema.json", ".json"}) {
      if (file.endsWith(ending)) {
        return file.substring(0, file.length() - ending.length());
      }
    }
    return null;
  }
}
