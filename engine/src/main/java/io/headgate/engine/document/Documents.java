package io.headgate.engine.document;

import java.util.List;

/**
 * What a file holds.
 *
 * @param documents the documents that could be read; those ahead of a problem that ends the reading
 *     are kept, unless the file holds a character that no text may hold
 * @param problems what could not be read
 */
public record Documents(List<Document> documents, List<Problem> problems) {

  /** Copies the lists. */
  public Documents {
    documents = List.copyOf(documents);
    problems = List.copyOf(problems);
  }

  /**
   * Reads a file: JSON if its name ends with {@code .json}, properties if it ends with {@code
   * .properties}, otherwise YAML.
   */
  public static Documents read(SourceText source) {
    if (source.file().endsWith(".json")) {
      return JsonDocuments.read(source);
    }
    return source.file().endsWith(".properties")
        ? PropertiesDocuments.read(source)
        : YamlDocuments.read(source);
  }
}
